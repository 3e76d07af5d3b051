/** A first visit as a phone has it: how long until one can send, what the page costs by then, and afterwards. */

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/** "Fast 4G", on a processor that is four times as slow as this one. */
const NETWORK = { offline: false, downloadThroughput: 9_000_000 / 8, uploadThroughput: 1_500_000 / 8, latency: 60 }
const SLOWER = 4
/** Milliseconds without a long task, a request or a shift that are watched after the page is usable, and after a Send. */
const WATCHED = 1800

/** Runs in the page before all else. A frame that finds the button under its own middle could be clicked into. */
function watch() {
  const seen = { usable: 0, shift: 0, painted: 0, tasks: /** @type {{start: number, duration: number}[]} */ ([]) }
  Object.assign(window, { seen })
  const on = (/** @type {string} */ type, /** @type {(entry: any) => void} */ take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  on('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, duration }))
  on('layout-shift', ({ value, hadRecentInput }) => {
    if (!hadRecentInput) seen.shift += value
  })
  on('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') seen.painted = startTime
  })
  const look = () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Send'))
    const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {}
    const hit = button && document.elementFromPoint(x + width / 2, y + height / 2)
    if (hit && button.contains(hit) && !button.disabled) seen.usable = performance.now()
    else requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
export async function visit(browser, url) {
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  try {
    const page = await context.newPage()
    await page.addInitScript(watch)
    const client = await context.newCDPSession(page)
    await client.send('Network.enable')
    await client.send('Network.emulateNetworkConditions', NETWORK)
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
    await page.goto(url, { waitUntil: 'commit' })
    await until(client, 'seen.usable > 0')
    await page.waitForTimeout(WATCHED)
    await client.send('HeapProfiler.collectGarbage')
    const { usedSize } = await client.send('Runtime.getHeapUsage')
    // What the measuring costs is not the page's.
    const loaded = await seen(page)
    await page.evaluate(() => {
      const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Send'))
      button?.click()
    })
    await until(client, `[...document.querySelectorAll('[role=status]')].some((each) => /^401/.test(each.textContent))`)
    await page.waitForTimeout(WATCHED)
    const sent = await seen(page)
    const excess = (/** @type {typeof loaded.tasks} */ tasks) =>
      tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0)
    const longest = (/** @type {typeof loaded.tasks} */ tasks) => Math.max(0, ...tasks.map(({ duration }) => duration))
    return {
      usable: loaded.usable,
      painted: loaded.painted,
      excess: excess(loaded.tasks),
      longestAfterPaint: longest(loaded.tasks.filter(({ start }) => start > loaded.painted)),
      longestWhileSending: longest(sent.tasks.slice(loaded.tasks.length)),
      shift: loaded.shift,
      heap: usedSize / 1_000_000,
    }
  } finally {
    await context.close()
  }
}

/**
 * Asks now and then from outside: Playwright's own way of waiting would cost the page more than its first screen.
 *
 * @param {import('@playwright/test').CDPSession} client
 * @param {string} expression
 */
async function until(client, expression) {
  for (const start = performance.now(); performance.now() - start < 20_000; ) {
    const { result } = await client.send('Runtime.evaluate', { expression })
    if (result.value === true) return
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new Error(`20 seconds went by without ${expression}`)
}

/**
 * @param {Page} page
 * @returns {Promise<{usable: number, painted: number, shift: number, tasks: {start: number, duration: number}[]}>}
 */
const seen = (page) => page.evaluate(() => window.seen)

/**
 * The requests that an embed makes until its first 401 is shown; those for simulated hosts are none of a network's.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function requestsOfEmbed(browser, url) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    const asked = /** @type {string[]} */ ([])
    page.on('request', (request) => asked.push(request.url()))
    await page.goto(url, { waitUntil: 'networkidle' })
    const before = asked.length
    await page.getByRole('button', { name: /^Send/ }).first().click()
    await page.getByText('401 Unauthorized').first().waitFor()
    return before
  } finally {
    await context.close()
  }
}
