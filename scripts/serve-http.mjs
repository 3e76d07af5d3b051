/** Serves the simulated servers over real HTTP: `npm run serve`. */
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundled } from './bundle-cli.mjs'

export const bundle = () => bundled('serve', 'serve.ts')

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { main } = await import(pathToFileURL(await bundle()).href)
  const code = await main(process.argv.slice(2))
  if (code !== undefined) process.exitCode = code
}
