/** The playground in somebody's page. */

import { open, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

test('is compact, tells its height, and leads to the full page', async ({ page, baseURL }) => {
  await page.setViewportSize({ width: 720, height: 900 })
  const src = `${baseURL}?embed&scenario=06-digest&theme=dark`
  await page.goto(`/hosts/frame.html?sandbox=allow-scripts&src=${encodeURIComponent(src)}`)
  const frame = page.frameLocator('iframe')
  await send(frame)
  await expect(frame.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await expect(frame.getByRole('navigation')).toHaveCount(0)
  await expect(frame.getByRole('link', { name: 'Open the full playground' })).toHaveAttribute(
    'href',
    /#\/scenarios\/06-digest$/,
  )
  await expect(frame.locator('html')).toHaveAttribute('data-theme', 'dark')
  const inner = await frame.locator('html').evaluate((html) => html.getBoundingClientRect().height)
  await expect
    .poll(() => page.locator('iframe').evaluate((each) => each.clientHeight))
    .toBeGreaterThanOrEqual(Math.floor(inner))
})

test('starts at the step that was asked for', async ({ page }) => {
  await open(page, '', '?embed&scenario=06-digest&step=3')
  await settled(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('200 OK')
})

test('starts with the request that was asked for', async ({ page }) => {
  const text = 'GET /front-desk HTTP/1.1\nHost: api.example.com\n\n'
  await open(page, '', `?embed&request=${encodeURIComponent(text)}`)
  await expect(page.getByRole('textbox', { name: 'Request', exact: true })).toHaveValue(text)
})

test('speaks German when asked to', async ({ page }) => {
  await open(page, '', '?embed&scenario=01-documented-admin&lang=de')
  await page.getByRole('button', { name: 'Senden', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Antwort', exact: true })).toContainText('401 Unauthorized')
})
