/** A shared link replays to the same bytes; a hostile one is refused with a sentence. */

import { choose, make, open, request, scenarioNamed, send, solve } from './bench.ts'
import { expect, test } from './watch.ts'

test('a link replays the session to the same bytes', async ({ page, context }) => {
  const id = '06-digest'
  await open(page, `#/scenarios/${id}`)
  await solve(page, scenarioNamed(id))
  await choose(page.getByRole('radio', { name: 'Raw' }).last())
  const wire = await page.getByRole('region', { name: 'Response' }).locator('pre').first().textContent()
  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('dialog', { name: 'Share' }).getByRole('textbox').inputValue()
  expect(new URL(link).hash).toMatch(/^#\/shared\/1\./)

  const other = await context.newPage()
  await other.goto(link)
  await expect(other.getByText('Solved')).toBeVisible()
  await choose(other.getByRole('radio', { name: 'Raw' }).last())
  await expect(other.getByRole('region', { name: 'Response' }).locator('pre').first()).toHaveText(wire ?? '')
  expect(await request(other).inputValue()).toBe(await request(page).inputValue())
})

test('there is no link for credentials that the playground did not invent', async ({ page }) => {
  await open(page)
  const text = `GET /admin HTTP/1.1\nHost: example.com\nAuthorization: Bearer ghp_mine\n\n`
  await make(page, { kind: 'write', text })
  await send(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share' })
  await expect(dialog).toContainText('did not invent')
  await expect(dialog.getByRole('textbox')).toHaveCount(0)
  await expect(dialog).not.toContainText('ghp_mine')
})

for (const [what, fragment] of [
  ['a damaged link', '#/shared/1.AAAA'],
  ['a link from the future', '#/shared/99.e30'],
  ['a scenario that does not exist', '#/scenarios/99-nothing'],
  ['markup', '#/scenarios/<img src=x onerror=alert(1)>'],
])
  test(`${what} is refused with a sentence, and the page works`, async ({ page }) => {
    await open(page, fragment)
    await expect(page.getByRole('alert')).toBeVisible()
    await send(page)
    await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  })
