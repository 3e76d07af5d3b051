/**
 * Lets real clients log in to the simulated servers, over real HTTP: `npm run clients`. The table of what came of it goes to
 * `docs/clients.md`, unless a client is not there or `--keep` is given. A client that fails makes the exit code 1.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fetchFrom } from './clients/fetch.mjs'
import { installMissing } from './clients/programs.mjs'
import { startServer } from './clients/server.mjs'
import { documentOf, printRows } from './clients/table.mjs'

const { values } = parseArgs({ options: { keep: { type: 'boolean' }, json: { type: 'string' } } })
const document = fileURLToPath(new URL('../docs/clients.md', import.meta.url))
/** Whatever hangs, this ends: milliseconds. */
const PATIENCE = 150_000

/**
 * The cases of a client in order: the world remembers what went before.
 *
 * @param {import('./clients/client.mjs').Client} client
 * @param {import('./clients/client.mjs').Context} context
 * @returns {Promise<import('./clients/table.mjs').Played>}
 */
async function play(client, context) {
  const { name, from } = client
  const version = await client.version()
  /** @type {import('./clients/table.mjs').Row[]} */
  const rows = []
  for (const { scheme, what, run } of version === undefined ? [] : client.cases) {
    try {
      rows.push({ scheme, what, result: (await run(context)) || 'ok' })
    } catch (error) {
      rows.push({
        scheme,
        what,
        result: 'failed',
        why: String(error instanceof Error ? (error.stack ?? error) : error),
      })
    }
  }
  return { name, from, version, rows }
}

async function playAll() {
  const server = await startServer('real')
  const fetch = fetchFrom(server.port)
  // Some libraries take no other.
  globalThis.fetch = fetch
  const context = { port: server.port, fetch, startServer }
  try {
    // Only now: those that are Debian's look for themselves when they are loaded.
    const { clients } = await import('./clients/all.mjs')
    const played = await Promise.all(clients.map((client) => play(client, context)))
    return { played, bugs: server.bugs() }
  } finally {
    await server.close()
  }
}

const missing = installMissing()
const deadline = setTimeout(() => {
  console.error(`The clients took more than ${PATIENCE / 1000} s.`)
  process.exit(1)
}, PATIENCE)
const began = performance.now()
const { played, bugs } = await playAll()
clearTimeout(deadline)

for (const each of played) printRows(each)
const absent = played.filter(({ version }) => version === undefined).map(({ name }) => name)
const rows = played.flatMap((client) => client.rows.map((row) => ({ client: client.name, ...row })))
const failed = rows.filter(({ result }) => result === 'failed')
for (const { client, scheme, what, why } of failed) console.error(`\nFailed: ${client}, ${scheme}, ${what}\n${why}`)
for (const bug of bugs) console.error(`\n${bug}`)
if (absent.length > 0)
  console.log(`\nNot there, and so not asked: ${absent.join(', ')} (${missing.join(', ') || 'npm ci'})`)
const wrong = failed.length + bugs.length
if (!values.keep && wrong === 0 && absent.length === 0) writeFileSync(document, documentOf(played))
if (values.json) writeFileSync(values.json, JSON.stringify({ passed: rows.length - failed.length, failed: wrong }))
console.log(
  `\n${rows.length - failed.length} of ${rows.length} cases of ${played.length - absent.length} clients are as they should be, in ${((performance.now() - began) / 1000).toFixed(1)} s`,
)
process.exit(wrong > 0 ? 1 : 0)
