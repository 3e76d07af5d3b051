/** Says what HTTP messages hold, a line of JSON for each: `npm run -s inspect -- --json FILE…`. */
import { fileURLToPath } from 'node:url'
import { ranInPinnedNode, run } from './lint.mjs'

if (!ranInPinnedNode(fileURLToPath(import.meta.url))) await run('inspect', process.argv.slice(2))
