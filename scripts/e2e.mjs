/** Serves the built page under a sub-path and runs Playwright with the given arguments: `npm run e2e`, `--build` builds first. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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

/**
 * What the tests play of each scenario, as data: Node reads these files in a second, while Playwright would translate
 * everything that they stand on, once for each of its workers.
 */
async function scenarios() {
  const shelf = new URL('../src/content/scenarios/', import.meta.url)
  const ids = readdirSync(shelf, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? entry.name : []))
  const entries = ids.map(async (id) => {
    const { steps } = (await import(new URL(`${id}/scenario.ts`, shelf).href)).default
    const title = readFileSync(new URL(`${id}/en.md`, shelf), 'utf8')
      .split('\n', 1)[0]
      ?.replace('# ', '')
    return [id, { title, steps }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

const temporary = mkdtempSync(join(tmpdir(), 'playground-e2e-'))
const PLAYGROUND_SCENARIOS = join(temporary, 'scenarios.json')
writeFileSync(PLAYGROUND_SCENARIOS, JSON.stringify(await scenarios()))
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
  env: { ...process.env, CHROMIUM_PATH, PLAYGROUND_SCENARIOS, PLAYGROUND_URL: server.url },
})
const [code] = await once(tests, 'exit')
await server.close()
rmSync(temporary, { recursive: true, force: true })
process.exitCode = code ?? 1
