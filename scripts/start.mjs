/** Builds the playground and serves it on this machine: `npm start`, with `--port` and `--host` where others are wanted. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const vite = `${root}node_modules/vite/bin/vite.js`

/**
 * @param {number} port
 * @param {string | undefined} host
 * @param {number} tries
 * @returns {ReturnType<typeof serve>}
 */
async function serveOnFreePort(port, host, tries) {
  try {
    return await serve({ dir: `${root}dist`, port, host, allowOrigin: true, gzip: true })
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error)
    if (code !== 'EADDRINUSE' || tries === 0) throw error
    return serveOnFreePort(port + 1, host, tries - 1)
  }
}

if (!existsSync(vite)) {
  console.error('The dependencies are not installed yet: run `npm ci` here once, then `npm start` again.')
  process.exit(1)
}

const { values } = parseArgs({ options: { port: { type: 'string' }, host: { type: 'string' } } })
const built = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)

const server = await serveOnFreePort(Number(values.port ?? 4173), values.host, 50)
console.log(`HTTP Auth Playground: ${server.url} (Ctrl-C ends it)`)
process.once('SIGINT', server.close)
