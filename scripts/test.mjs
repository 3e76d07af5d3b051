/** Runs everything that must be right, in order, and stops at the first stage that fails: `npm test`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'playground-test-'))
const unitReport = join(reports, 'unit.json')
const clientsReport = join(reports, 'clients.json')
const e2eReport = join(reports, 'e2e.json')
const reporter = process.env.CI ? 'line' : 'list'

/** @param {string} path */
const read = (path) => JSON.parse(readFileSync(path, 'utf8'))

/** @type {{name: string, args?: string[], count?: () => {passed: number, failed: number}}[]} */
const stages = [
  { name: 'types' },
  { name: 'style' },
  {
    name: 'unit',
    args: ['--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
    count: () => {
      const { numPassedTests, numFailedTests } = read(unitReport)
      return { passed: numPassedTests, failed: numFailedTests }
    },
  },
  { name: 'build' },
  { name: 'size' },
  // The document stays: another machine has other versions of the clients.
  { name: 'clients', args: ['--keep', '--json', clientsReport], count: () => read(clientsReport) },
  {
    name: 'e2e',
    args: [`--reporter=${reporter},json`],
    count: () => {
      const { stats } = read(e2eReport)
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
    },
  },
]

/**
 * A stage without tests of its own counts as one.
 *
 * @param {(typeof stages)[number]} stage
 * @param {boolean} fine
 */
function tally(stage, fine) {
  try {
    const { passed, failed } = stage.count?.() ?? { passed: Number(fine), failed: Number(!fine) }
    return { passed, failed: fine ? failed : Math.max(failed, 1) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** @param {number} since */
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`

const total = { passed: 0, failed: 0 }
const began = performance.now()
for (const [index, stage] of stages.entries()) {
  console.log(`\n=== ${index + 1}/${stages.length} ${stage.name} ===`)
  const start = performance.now()
  const { status } = spawnSync('npm', ['run', '--silent', stage.name, '--', ...(stage.args ?? [])], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
    shell: process.platform === 'win32',
  })
  const { passed, failed } = tally(stage, status === 0)
  total.passed += passed
  total.failed += failed
  console.log(`--- ${stage.name}: ${failed === 0 ? 'passed' : 'failed'} in ${seconds(start)} ---`)
  if (failed > 0) {
    process.exitCode = status || 1
    console.log(`\nStopped at the stage "${stage.name}" (exit code ${process.exitCode}).`)
    break
  }
}
rmSync(reports, { recursive: true })

console.log(`\nAll of it took ${seconds(began)}.`)
console.log(`${total.passed} passed, ${total.failed} failed`)
