/**
 * Measures how fast the page is, each figure beside its floor in the same run: `npm run bench`. The floor is a bare React
 * page with MSW and one button. It is no test: what misses its target is said, and that is all. Readers of challenges are
 * measured beside their peers on npm; `npm run bench -- parsers` measures these alone.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { build } from 'vite'
import { printScores, scores } from './bench/parsers.mjs'
import { richEditor, sends } from './bench/sends.mjs'
import { printTable } from './bench/table.mjs'
import { requestsOfEmbed, visit } from './bench/visit.mjs'
import { chromiumArgs, findChromium } from './chromium.mjs'
import { lessons } from './lessons.ts'
import { serve } from './serve.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const VISITS = 5
const ROUNDS = 3
/** Whatever hangs, this ends: milliseconds. */
const PATIENCE = 240_000

if (process.argv.includes('parsers')) {
  printScores(await scores())
  process.exit(0)
}

const temporary = mkdtempSync(join(tmpdir(), 'playground-bench-'))
/** @type {(() => unknown)[]} */
const closing = []
/** @type {import('./bench/table.mjs').Row[]} */
const rows = []
/** @type {string[]} */
const failed = []

/** @param {unknown} error */
const reason = (error) => String(error instanceof Error ? error.message : error).split('\n', 1)[0] ?? ''

/**
 * What fails leaves its rows out, and doesn't stop the others.
 *
 * @param {string} name
 * @param {() => Promise<readonly import('./bench/table.mjs').Row[]>} work
 */
async function measure(name, work) {
  try {
    console.log(`… ${name}`)
    rows.push(...(await work()))
  } catch (error) {
    failed.push(`${name}: ${reason(error)}`)
  }
}

/** The playground as it is in the working copy, the floor, and what runs without a browser. */
async function buildAll() {
  const quiet = /** @type {const} */ ({ logLevel: 'error', clearScreen: false })
  const [site, floor, core] = ['site', 'floor', 'core'].map((name) => join(temporary, name))
  await build({ ...quiet, root, build: { outDir: site, reportCompressedSize: false, chunkSizeWarningLimit: 9999 } })
  const noCookieJar = `${root}src/network/no-cookie-jar.ts`
  await build({
    ...quiet,
    configFile: false,
    root: `${root}scripts/bench/floor`,
    base: './',
    resolve: { alias: { 'tough-cookie': noCookieJar } },
    build: { target: 'es2023', outDir: floor },
  })
  cpSync(`${root}public/mockServiceWorker.js`, join(floor, 'mockServiceWorker.js'))
  await build({
    ...quiet,
    configFile: false,
    root,
    publicDir: false,
    plugins: [lessons()],
    ssr: { noExternal: true },
    build: { ssr: `${root}scripts/bench/core.mjs`, outDir: core, minify: true, target: 'es2023' },
  })
  return { site, floor, core }
}

/**
 * Both in turn, so that what else the machine does befalls them alike.
 *
 * @template Found
 * @param {number} times
 * @param {Record<'ours' | 'floor', () => Promise<Found>>} both
 */
async function alternate(times, { ours, floor }) {
  /** @type {{ours: Found[], floor: Found[]}} */
  const found = { ours: [], floor: [] }
  for (let time = 0; time < times; time++) {
    const [one, other] = [await ours(), await floor()]
    found.ours.push(one)
    found.floor.push(other)
  }
  return found
}

async function run() {
  console.log('… building')
  const folders = await buildAll()
  const site = await serve({ dir: folders.site, base: '/docs/http/auth/', gzip: true })
  closing.push(site.close)
  const floor = await serve({ dir: folders.floor, base: '/docs/http/auth/', gzip: true })
  closing.push(floor.close)
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
  closing.push(() => browser.close())

  await measure('first visits on fast 4G, the processor slowed four times', async () => {
    const found = await alternate(VISITS, {
      ours: () => visit(browser, site.url),
      floor: () => visit(browser, floor.url),
    })
    /** @param {keyof typeof found.ours[0]} key */
    const of = (key) => ({ ours: found.ours.map((each) => each[key]), floor: found.floor.map((each) => each[key]) })
    return [
      { what: 'Composer usable', ...of('usable'), unit: 'ms', factor: 1.5 },
      { what: 'First contentful paint', ...of('painted'), unit: 'ms' },
      { what: 'Long tasks while loading, excess over 50 ms', ...of('excess'), unit: 'ms', most: 120 },
      { what: 'Longest task after first paint', ...of('longestAfterPaint'), unit: 'ms', most: 50 },
      { what: 'Longest task while sending, and what follows', ...of('longestWhileSending'), unit: 'ms', most: 50 },
      { what: 'Layout shift', ...of('shift'), most: 0 },
      { what: 'JavaScript heap after load', ...of('heap'), unit: 'MB', most: 4 },
    ]
  })
  await measure('requests of an embed', async () => [
    { what: 'Requests of an embed', ours: [await requestsOfEmbed(browser, `${site.url}?embed`)], most: 10 },
  ])
  await measure('Send, carried by the worker', async () => {
    const found = await alternate(ROUNDS, {
      ours: () => sends(browser, site.url, { worker: true }),
      floor: () => sends(browser, floor.url, { worker: true }),
    })
    /** @param {'first' | 'known' | 'shown' | 'script'} key */
    const of = (key) => ({
      ours: found.ours.flatMap((each) => each[key]),
      floor: found.floor.flatMap((each) => each[key]),
    })
    return [
      { what: 'Click to 401 on screen, worker', ...of('shown'), unit: 'ms', factor: 2 },
      { what: '  the same to 401 in the document', ...of('known'), unit: 'ms' },
      { what: '  the first of a visit, on screen', ...of('first'), unit: 'ms' },
      { what: '  script of a Send, linter and all', ...of('script'), unit: 'ms' },
    ]
  })
  await measure('Send, answered in the page', async () => {
    const found = []
    for (let time = 0; time < ROUNDS; time++) found.push(await sends(browser, `${site.url}?embed`, { worker: false }))
    return [
      {
        what: 'Click to 401 in the document, in the page',
        ours: found.flatMap(({ known }) => known),
        unit: 'ms',
        most: 5,
      },
      { what: '  script of a Send, linter and all', ours: found.map(({ script }) => script), unit: 'ms' },
    ]
  })
  await measure('the rich editor', async () => {
    const ours = []
    for (let time = 0; time < ROUNDS; time++) ours.push(await richEditor(browser, site.url))
    return [{ what: 'Click into the request to a rich editor', ours, unit: 'ms' }]
  })
  await browser.close()
  await measure('readers of challenges', async () => {
    readers = await scores()
    return []
  })
  await measure('without a browser', async () => {
    const core = await import(pathToFileURL(join(folders.core, 'core.js')).href)
    const rates = Object.entries(await core.rates())
    const { first, usual } = await core.insight()
    return [
      { what: 'Insight into a Digest 401', ours: [usual], unit: 'ms', most: 2 },
      { what: '  the first time', ours: [first], unit: 'ms' },
      ...rates.map(([name, rate]) => ({ what: `Answers per second, ${name}`, ours: [rate] })),
    ]
  })
}

/** @type {readonly import('./bench/parsers.mjs').Score[]} */
let readers = []

const began = performance.now()
const deadline = new Promise((resolve) => {
  setTimeout(() => resolve(failed.push('time is up, the rest is not measured')), PATIENCE).unref()
})
const [load = 0] = loadavg()
try {
  await Promise.race([run(), deadline])
} catch (error) {
  failed.push(reason(error))
}
for (const close of closing.reverse()) await Promise.resolve(close()).catch(() => undefined)
rmSync(temporary, { recursive: true, force: true })

console.log('')
printTable(rows)
if (readers.length > 0) {
  console.log('\nReaders of challenges, and their peers')
  printScores(readers)
}
console.log(
  `\nMedians of ${VISITS} visits and ${ROUNDS} × 10 Sends in ${((performance.now() - began) / 1000).toFixed(0)} s`,
)
if (load > 1) console.log(`The machine was busy before (load ${load.toFixed(1)}): measure again when it is not.`)
for (const each of failed) console.log(`Failed: ${each}`)
process.exit(0)
