/** Every scenario's solution, played through the page: by service worker, in a sandbox, and with storage blocked. */

import { open, scenarioIds, scenarioNamed, solve } from './bench.ts'
import { expect, test } from './watch.ts'

test('there are scenarios to play', () => {
  expect(scenarioIds.length).toBeGreaterThanOrEqual(10)
})

for (const id of scenarioIds) {
  test(`${id} is solved with the service worker`, async ({ page }) => {
    await open(page, `#/scenarios/${id}`)
    await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
    await solve(page, await scenarioNamed(id))
  })

  test(`${id} is solved in a sandboxed frame`, async ({ page, baseURL }) => {
    const src = `${baseURL}#/scenarios/${id}`
    await page.goto(`/hosts/frame.html?sandbox=allow-scripts&src=${encodeURIComponent(src)}`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('button', { name: 'In the page' })).toBeVisible()
    await solve(frame, await scenarioNamed(id))
  })

  test(`${id} is solved in a cross-site frame with storage blocked`, async ({ page, baseURL }) => {
    const src = `${baseURL?.replace('127.0.0.1', 'localhost')}#/scenarios/${id}`
    await page.goto(`/hosts/frame.html?src=${encodeURIComponent(src)}`)
    const frame = page.frameLocator('iframe')
    await expect(frame.getByRole('button', { name: 'In the page' })).toBeVisible()
    await solve(frame, await scenarioNamed(id))
  })
}
