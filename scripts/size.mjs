/** Measures in a real Chromium what a first visit, an embed and Monaco load, and fails when that is over budget: `npm run size`. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { chromium } from '@playwright/test'
import { chromiumArgs, findChromium } from './chromium.mjs'
import { serve } from './serve.mjs'

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{requests: string[], busy: Set<unknown>, changed: number}} Traffic requests: files in dist/, in order */

const root = fileURLToPath(new URL('..', import.meta.url))
const dist = `${root}dist/`
const budgets = { firstVisit: 160, embed: 130, embedRequests: 10, monaco: 850 }
/** @type {string[]} */
const problems = []

/**
 * Notes what the page asks its own server for, its worker's scripts too. What the worker fetches by itself is left out:
 * it stores files for offline use, after the page is ready.
 *
 * @param {Page} page
 * @param {string} url
 * @returns {Traffic}
 */
function record(page, url) {
  /** @type {Traffic} */
  const traffic = { requests: [], busy: new Set(), changed: performance.now() }
  const { origin, pathname } = new URL(url)
  page.context().on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) return
    if (request.serviceWorker() && request.resourceType() === 'fetch') return
    const path = decodeURIComponent(new URL(request.url()).pathname)
    traffic.requests.push(path.startsWith(pathname) ? path.slice(pathname.length) || 'index.html' : path)
    traffic.busy.add(request)
    traffic.changed = performance.now()
  })
  for (const event of /** @type {const} */ (['requestfinished', 'requestfailed'])) {
    page.context().on(/** @type {'requestfinished'} */ (event), (request) => {
      if (traffic.busy.delete(request)) traffic.changed = performance.now()
    })
  }
  return traffic
}

/**
 * Waits until nothing was asked for during a second.
 *
 * @param {Page} page
 * @param {Traffic} traffic
 */
async function idle(page, traffic) {
  const deadline = performance.now() + 30_000
  while (performance.now() < deadline) {
    if (traffic.busy.size === 0 && performance.now() - traffic.changed > 1000) return
    await page.waitForTimeout(100)
  }
  throw new Error('The page does not stop loading files.')
}

/** @param {Page} page */
const sendButton = (page) => page.getByRole('button', { name: /Send/ }).first()

/**
 * Presses into the text field, as somebody with a mouse does, opens what Monaco draws with further files of its own, and
 * tells every file that was asked for because of that: Monaco, and the schemes, words and rules that it knows.
 *
 * @param {Page} page
 * @param {Traffic} traffic
 */
async function loadMonaco(page, traffic) {
  const before = new Set(traffic.requests)
  await page.getByRole('textbox', { name: 'Request', exact: true }).click()
  // Drawn, it takes over a moment later: a key pressed before would go to the text field.
  await page.locator('.monaco-editor.focused .view-line').first().waitFor()
  await page.keyboard.press('Control+Space')
  await page.locator('.suggest-widget').first().waitFor()
  await idle(page, traffic)
  return traffic.requests.filter((file) => !before.has(file))
}

/**
 * Presses Send and tells what was asked for before the first 401 stood on the screen; what the page asks for after that
 * (the linter, say) does not hold it up. The page's own clock decides, so that a slow test sees no more than a fast one.
 *
 * @param {Page} page
 * @param {Traffic} traffic
 */
async function requestsUntil401(page, traffic) {
  const before = [...traffic.requests]
  const asked = await page.evaluate(async () => {
    const shown = new Promise((resolve) => {
      new MutationObserver((_, observer) => {
        if (!document.body.innerText.includes('401 Unauthorized')) return
        observer.disconnect()
        resolve(performance.now())
      }).observe(document.body, { childList: true, subtree: true, characterData: true })
    })
    const start = performance.now()
    const send = [...document.querySelectorAll('button')].find((each) => each.textContent?.includes('Send'))
    send?.click()
    const end = await shown
    const entries = performance.getEntriesByType('resource')
    return entries.filter(({ startTime }) => startTime > start && startTime < end).map(({ name }) => name)
  })
  return [...before, ...asked.map((url) => traffic.requests.find((file) => url.endsWith(file)) ?? url)]
}

/** @param {string} file */
const kibibytes = (file) => gzipSync(readFileSync(dist + file), { level: 9 }).length / 1024

/**
 * Lists the files with their sizes, and compares the sum with the budget.
 *
 * @param {string} name
 * @param {string[]} requests
 * @param {number} budget
 */
function weigh(name, requests, budget) {
  console.log(`\n${name}: ${requests.length} requests`)
  if (requests.length === 0) problems.push(`${name} loaded nothing, so nothing was measured`)
  let total = 0
  for (const file of new Set(requests)) {
    if (!existsSync(dist + file)) {
      problems.push(`${name} asks for ${file}, which is not in dist/`)
      continue
    }
    const size = kibibytes(file)
    total += size
    console.log(`${size.toFixed(1).padStart(8)} KiB  ${file}`)
  }
  console.log(`${total.toFixed(1).padStart(8)} KiB  of ${budget} KiB`)
  if (total > budget) problems.push(`${name} has ${total.toFixed(1)} KiB of ${budget} KiB`)
}

if (!existsSync(`${dist}index.html`)) {
  const vite = `${root}node_modules/vite/bin/vite.js`
  const built = spawnSync(process.execPath, [vite, 'build'], { cwd: root, stdio: 'inherit' })
  if (built.status !== 0) process.exit(built.status ?? 1)
}

const server = await serve({ dir: dist, base: '/docs/http/auth/', gzip: true })
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs })
try {
  const page = await browser.newPage()
  const visit = record(page, server.url)
  await page.goto(server.url)
  await sendButton(page).click({ trial: true })
  await idle(page, visit)
  weigh('First visit', [...visit.requests], budgets.firstVisit)
  weigh('Monaco', await loadMonaco(page, visit), budgets.monaco)

  const frame = await browser.newPage()
  const embed = record(frame, server.url)
  await frame.goto(`${server.url}?embed`)
  await idle(frame, embed)
  const first = await requestsUntil401(frame, embed)
  weigh('Embed', first, budgets.embed)
  if (first.length > budgets.embedRequests) {
    problems.push(`Embed makes ${first.length} requests of ${budgets.embedRequests}`)
  }
} catch (error) {
  problems.push(`the measurement broke off: ${error instanceof Error ? error.message : error}`)
} finally {
  await browser.close()
  await server.close()
}

console.log(problems.length === 0 ? '\nSize: within budget' : `\nSize: ${problems.join('; ')}`)
process.exitCode = problems.length === 0 ? 0 : 1
