/** From the click on Send to the 401 on the screen, time and again on one page. */

/** @typedef {import('@playwright/test').Browser} Browser */

const SENDS = 10

/**
 * Runs in the page: presses Send `count` times and tells what each took, to the new status in the document and to the
 * frame that shows it.
 *
 * @param {number} count
 */
async function press(count) {
  const pause = (/** @type {number} */ ms) => new Promise((wake) => setTimeout(wake, ms))
  const times = []
  for (let press = 0; press < count; press++) {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Send'))
    if (!button) throw new Error('Nothing to press')
    times.push(
      await new Promise((resolve) => {
        let start = 0
        addEventListener('click', () => (start = performance.now()), { capture: true, once: true })
        new MutationObserver((changes, observer) => {
          const nodes = changes.flatMap(({ addedNodes }) => [...addedNodes])
          if (
            !nodes.some((node) => /^401\b/.test(node.textContent ?? '') && node.parentElement?.closest('[role=status]'))
          )
            return
          observer.disconnect()
          const known = performance.now() - start
          requestAnimationFrame(() => resolve({ known, shown: performance.now() - start }))
        }).observe(document.body, { childList: true, subtree: true })
        button.click()
      }),
    )
    // A prime, so that the clicks come at all phases of a frame.
    await pause(151 + press)
  }
  return times
}

/**
 * Nothing was fetched for a second and a half: what a first Send brings along begins a second after it.
 *
 * @param {import('@playwright/test').Page} page
 */
const quiet = (page) =>
  page.waitForFunction(() => {
    const last = Math.max(
      ...performance.getEntriesByType('resource').map((entry) => entry.responseEnd || entry.startTime),
    )
    return performance.now() - last > 1500
  })

/**
 * A warm page: its first Send is told apart, and what the page fetches after it is waited for.
 *
 * @param {Browser} browser
 * @param {string} url
 * @param {{worker: boolean}} expected
 */
export async function sends(browser, url, { worker }) {
  const context = await browser.newContext({ serviceWorkers: 'allow' })
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    await page.getByRole('button', { name: /^Send/ }).first().waitFor()
    if (worker) await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
    const [first] = await page.evaluate(press, 1)
    await quiet(page)
    const client = await context.newCDPSession(page)
    await client.send('Performance.enable')
    const script = async () => {
      const { metrics } = await client.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? NaN) * 1000
    }
    const before = await script()
    const times = await page.evaluate(press, SENDS)
    const carried = await page.evaluate(
      () => performance.getEntriesByType('resource').filter(({ name }) => name.startsWith('https://')).length,
    )
    if (worker !== carried > SENDS) throw new Error(`${carried} of ${SENDS + 1} were carried by the worker`)
    return {
      first: first.shown,
      known: times.map(({ known }) => known),
      shown: times.map(({ shown }) => shown),
      script: ((await script()) - before) / SENDS,
    }
  } finally {
    await context.close()
  }
}

/**
 * From the first click into the request to a rich editor that can be typed into.
 *
 * @param {Browser} browser
 * @param {string} url
 */
export async function richEditor(browser, url) {
  const context = await browser.newContext()
  try {
    const page = await context.newPage()
    await page.goto(url, { waitUntil: 'networkidle' })
    const start = performance.now()
    await page.locator('textarea').first().click()
    await page.locator('.monaco-editor .view-line').first().waitFor()
    await page.locator('[aria-hidden=true] .monaco-editor').waitFor({ state: 'detached' })
    return performance.now() - start
  } finally {
    await context.close()
  }
}
