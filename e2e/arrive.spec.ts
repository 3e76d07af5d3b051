/** The first minute: one press of Send shows the first 401, and from there the way leads on. */

import { open, quiet, request, scenarioNamed, send, settled, solve } from './bench.ts'
import { expect, test } from './watch.ts'

test('one press of Send shows documented example 1, explained and decided', async ({ page }) => {
  await open(page)
  await expect(request(page)).toHaveValue(/^GET \/admin HTTP\/1\.1\nHost: example\.com\n/)
  await send(page)
  const response = page.getByRole('region', { name: 'Response' })
  await expect(response).toContainText('401 Unauthorized')
  await expect(response).toContainText('Tue, 02 Jul 2024 12:18:47 GMT')
  await expect(response).toContainText('A Bearer challenge needs a parameter')
  await expect(page.getByRole('region', { name: 'Inside the server' })).toContainText('no Authorization field')
})

test('an exchange shows in the network panel, carried by the service worker', async ({ page }) => {
  await open(page)
  await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
  const carried = page.waitForResponse('https://example.com/admin')
  await send(page)
  const response = await carried
  expect(response.status()).toBe(401)
  expect(response.fromServiceWorker()).toBe(true)
  expect(response.headers()['www-authenticate']).toBe('Bearer')
})

test('a host that is not simulated is refused with a sentence, and nothing is lost', async ({ page }) => {
  await open(page)
  const text = 'GET / HTTP/1.1\nHost: bank.example\n\n'
  await request(page).fill(text)
  await send(page)
  await expect(page.getByRole('alert')).toContainText('bank.example')
  await expect(request(page)).toHaveValue(text)
})

test('a view that was fetched at leisure is there with the press', async ({ page }) => {
  await open(page)
  await send(page)
  await quiet(page)
  const server = page.getByRole('region', { name: 'Inside the server' })
  const shown = await server.evaluate(async (panel) => {
    const label = [...panel.querySelectorAll('label')].find(({ textContent }) => textContent === 'History')
    label?.click()
    // React draws what a press leads to before the page does anything else.
    await Promise.resolve()
    return panel.textContent
  })
  expect(shown).toContain('GET /admin')
  expect(shown).not.toContain('One moment')
})

test('on the way to the next scenario no panel is gone, not for a frame', async ({ page }) => {
  await open(page)
  await quiet(page)
  const panels = await page.getByRole('main').evaluate(async (main, title) => {
    const seen = [main.childElementCount]
    location.hash = '#/scenarios/05-first-login'
    for (let after = 0; after < 10; after += Number(document.querySelector('h1')?.textContent === title)) {
      await new Promise(requestAnimationFrame)
      seen.push(document.querySelector('main')?.childElementCount ?? 0)
    }
    return [...new Set(seen)]
  }, scenarioNamed('05-first-login').title)
  expect(panels).toEqual([4])
})

test('the worker answers what is sent, and leaves the files of the page alone', async ({ page, baseURL }) => {
  const answered = { worker: [] as string[], server: [] as string[] }
  await open(page)
  await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
  page.on('response', (response) => {
    answered[response.fromServiceWorker() ? 'worker' : 'server'].push(new URL(response.url()).origin)
  })
  await send(page)
  await quiet(page)
  expect(answered.worker).toEqual(['https://example.com'])
  expect(answered.server.length).toBeGreaterThan(20)
  expect(new Set(answered.server)).toEqual(new Set([new URL(baseURL ?? '').origin]))
})

test('goes on working when its server is gone', async ({ page, context }) => {
  const id = '05-first-login'
  await open(page, `#/scenarios/${id}`)
  await send(page)
  // What comes later is fetched at leisure, piece by piece.
  await quiet(page)
  await context.setOffline(true)
  await solve(page, scenarioNamed(id), true)
})

test('shows its first 401 even where its server is gone at once', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await open(page)
  await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await context.setOffline(true)
  await send(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('could not be loaded')
  await context.close()
})

test('says so where a server could not be loaded, and sends once it can', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL })
  const page = await context.newPage()
  await open(page)
  await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  const text = 'GET /dpop HTTP/1.1\nHost: api.example.com\n\n'
  await request(page).fill(text)
  await context.setOffline(true)
  await send(page)
  await expect(page.getByText('the server that would answer could not be loaded')).toBeVisible()
  await expect(request(page)).toHaveValue(text)
  await context.setOffline(false)
  // A failure is remembered for a little while.
  await expect(async () => {
    await send(page)
    await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized', { timeout: 1000 })
  }).toPass()
  await expect(page.getByText('the server that would answer could not be loaded')).toBeHidden()
  await context.close()
})

test('works where no service worker may run', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, serviceWorkers: 'block' })
  const page = await context.newPage()
  await open(page)
  await expect(page.getByRole('button', { name: 'In the page' })).toBeVisible()
  await send(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await context.close()
})

test('is undone and redone move by move', async ({ page }) => {
  await open(page)
  await send(page)
  await page.getByRole('button', { name: 'Undo the last move' }).click()
  await settled(page)
  await expect(page.getByRole('region', { name: 'Response' })).not.toContainText('401 Unauthorized')
  await page.getByRole('button', { name: 'Redo the next move' }).click()
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
})
