/** Every scenario's solution, played through the page: by service worker, in a sandbox, and with storage blocked. */

import type { Frame, Page } from '@playwright/test'
import { open, type Place, scenarioIds, scenarioNamed, solve } from './bench.ts'
import { expect, test } from './watch.ts'

/** So many are played in one page, one after the other, by going from one address to the next. */
const IN_A_ROW = 8
const rows = Array.from({ length: Math.ceil(scenarioIds.length / IN_A_ROW) }, (_, row) =>
  scenarioIds.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW),
)
/** These are played in either frame. Whatever is to be learnt about frames is learnt by then, so the others take turns. */
const IN_BOTH = 2

test('there are scenarios to play', () => {
  expect(scenarioIds.length).toBeGreaterThanOrEqual(10)
})

async function solveAll(frame: Page | Frame, place: Place, ids: readonly string[]) {
  test.setTimeout(30_000 * ids.length)
  for (const id of ids)
    await test.step(id, async () => {
      await frame.evaluate((fragment) => {
        location.hash = fragment
      }, `#/scenarios/${id}`)
      await expect(place.getByRole('heading', { level: 1, name: scenarioNamed(id).title, exact: true })).toBeVisible()
      await solve(place, scenarioNamed(id))
    })
}

async function solveInFrame(page: Page, host: string, ids: readonly string[]) {
  await page.goto(host)
  const place = page.frameLocator('iframe')
  await expect(place.getByRole('button', { name: 'In the page' })).toBeVisible()
  await solveAll(page.frames().at(-1) ?? page, place, ids)
}

for (const [index, ids] of rows.entries()) {
  const which = `${ids[0]} to ${ids.at(-1)}`
  const inBoth = index < IN_BOTH

  test(`${which} are solved with the service worker`, async ({ page }) => {
    await open(page)
    await expect(page.getByRole('button', { name: 'Service worker · on' })).toBeVisible()
    await solveAll(page, page, ids)
  })

  if (inBoth || index % 2 === 0)
    test(`${which} are solved in a sandboxed frame`, async ({ page, baseURL }) => {
      await solveInFrame(page, `/hosts/frame.html?sandbox=allow-scripts&src=${encodeURIComponent(`${baseURL}`)}`, ids)
    })

  if (inBoth || index % 2 === 1)
    test(`${which} are solved in a cross-site frame with storage blocked`, async ({ page, baseURL }) => {
      const src = `${baseURL?.replace('127.0.0.1', 'localhost')}`
      await solveInFrame(page, `/hosts/frame.html?src=${encodeURIComponent(src)}`, ids)
    })
}
