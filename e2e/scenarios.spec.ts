/** Every scenario's solution, played through the page: by service worker, in a sandbox, and with storage blocked. */

import type { Page } from '@playwright/test'
import { open, scenarioIds, scenarioNamed, solve } from './bench.ts'
import { expect, test } from './watch.ts'

/** So many are played in one frame, one after the other, by going from one address to the next. */
const IN_A_ROW = 6
const rows = Array.from({ length: Math.ceil(scenarioIds.length / IN_A_ROW) }, (_, row) =>
  scenarioIds.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
)

test('there are scenarios to play', () => {
  expect(scenarioIds.length).toBeGreaterThanOrEqual(10)
})

for (const id of scenarioIds)
  test(`${id} is solved with the service worker`, async ({ page }) => {
    await open(page, `#/scenarios/${id}`)
    await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
    await solve(page, scenarioNamed(id))
  })

async function solveInFrame(page: Page, host: string, ids: readonly string[]) {
  test.setTimeout(30_000 * ids.length)
  await page.goto(host)
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('button', { name: 'In the page' })).toBeVisible()
  for (const id of ids)
    await test.step(id, async () => {
      await page
        .frames()
        .at(-1)
        ?.evaluate((fragment) => {
          location.hash = fragment
        }, `#/scenarios/${id}`)
      await expect(frame.getByRole('heading', { level: 1, name: scenarioNamed(id).title, exact: true })).toBeVisible()
      await solve(frame, scenarioNamed(id))
    })
}

for (const ids of rows) {
  const which = `${ids[0]} to ${ids.at(-1)}`

  test(`${which} are solved in a sandboxed frame`, async ({ page, baseURL }) => {
    await solveInFrame(page, `/hosts/frame.html?sandbox=allow-scripts&src=${encodeURIComponent(`${baseURL}`)}`, ids)
  })

  test(`${which} are solved in a cross-site frame with storage blocked`, async ({ page, baseURL }) => {
    const src = `${baseURL?.replace('127.0.0.1', 'localhost')}`
    await solveInFrame(page, `/hosts/frame.html?src=${encodeURIComponent(src)}`, ids)
  })
}
