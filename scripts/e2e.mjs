/** Serves the built page under a sub-path and runs Playwright with the given arguments: `npm run e2e`, `--build` builds first. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.mjs'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = `${root}node_modules`
const args = process.argv.slice(2).filter((arg) => arg !== '--build')

if (process.argv.includes('--build') || !existsSync(`${root}dist/index.html`)) {
  const built = spawnSync(process.execPath, [`${modules}/vite/bin/vite.js`, 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

const CHROMIUM_PATH = findChromium()
const server = await serve({
  dir: `${root}dist`,
  base: '/docs/http/auth/',
  also: { '/hosts/': `${root}e2e/hosts` },
  allowOrigin: true,
  gzip: true,
})
// Ctrl-C reaches Playwright too, which closes its browsers and then ends; this process waits for that.
process.on('SIGINT', () => {})
const tests = spawn(process.execPath, [`${modules}/@playwright/test/cli.js`, 'test', ...args], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, CHROMIUM_PATH, PLAYGROUND_URL: server.url },
})
const [code] = await once(tests, 'exit')
await server.close()
process.exitCode = code ?? 1
