/** The server's seat in the Lab: a policy written, refused with reasons, applied, taken back, shared, and judged. */

import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { choose, open, request, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const response = (page: Page) => panel(page, 'Response')
const server = (page: Page) => panel(page, 'Inside the server')
const look = (page: Page, view: string) => choose(server(page).getByRole('radio', { name: view, exact: true }))
const policy = (page: Page) => server(page).getByRole('textbox', { name: /^Policy of / })
const button = (page: Page, name: string) => server(page).getByRole('button', { name, exact: true })

async function sit(page: Page) {
  await open(page, '#/lab')
  await look(page, 'Server’s seat')
  await expect(policy(page)).toHaveValue(/"mixed-digest"/)
}

async function apply(page: Page, text: string) {
  await policy(page).fill(text)
  await button(page, 'Apply').click()
  await settled(page)
}

const written = (more: object) =>
  JSON.stringify({
    spaces: [{ scheme: 'basic', realm: 'Mine' }],
    lines: 'each',
    methods: ['GET'],
    permits: { roles: [] },
    ...more,
  })

test('the seat starts with the policy in force, and the server goes by what is applied', async ({ page }) => {
  await sit(page)
  await send(page)
  await expect(response(page)).toContainText('Digest realm="Front desk"')
  await apply(page, written({}))
  await expect(server(page).getByRole('status')).toContainText('The server goes by this policy now')
  await expect(policy(page)).toHaveValue(written({}))
  await send(page)
  await expect(response(page)).toContainText('Basic realm="Mine"')
  await expect(response(page)).not.toContainText('Digest realm')

  await look(page, 'Sequence')
  await expect(server(page)).toContainText('the policy of api.example.com/front-desk was changed')
  await look(page, 'History')
  await button(page, 'Undo (the sending)').click()
  await button(page, 'Undo (the new policy)').click()
  await look(page, 'Server’s seat')
  await expect(policy(page)).toHaveValue(/"mixed-digest"/)
  await look(page, 'History')
  await button(page, 'Redo (the new policy)').click()
  await look(page, 'Server’s seat')
  await expect(policy(page)).toHaveValue(written({}))
})

test('a policy with mistakes is not applied: each is named with its place, and nothing typed is lost', async ({
  page,
}) => {
  await sit(page)
  const alert = server(page).getByRole('alert')
  const present = await policy(page).inputValue()
  const broken = present.replace('"lines": "each",', '"lines": "each"')
  await policy(page).fill(broken)
  await button(page, 'Apply').click()
  await expect(alert).toContainText('Line 7, column 18: Here a comma is missing, or }.')
  await expect(button(page, 'Apply')).toBeFocused()
  await expect(policy(page)).toHaveValue(broken)
  await expect(policy(page)).toHaveAttribute('aria-invalid', 'true')
  await expect(policy(page)).toHaveAccessibleDescription(/Here a comma is missing/)

  const wrong = present.replace('"each"', '"all"').replace('mixed-basic', 'nothing')
  await policy(page).fill(wrong)
  await button(page, 'Apply').click()
  await expect(alert).toContainText('Line 7, column 12 (lines): One of these is expected, in double quotes: one, each.')
  await policy(page).fill(present.replace('mixed-basic', 'nothing'))
  await button(page, 'Apply').click()
  await expect(alert).toContainText('There is no protection space nothing.')

  await look(page, 'History')
  await look(page, 'Server’s seat')
  await expect(policy(page)).toHaveValue(present.replace('mixed-basic', 'nothing'))
  await page.getByRole('link', { name: 'Inspect' }).click()
  await page.getByRole('link', { name: 'Lab' }).click()
  await look(page, 'Server’s seat')
  await expect(policy(page)).toHaveValue(present.replace('mixed-basic', 'nothing'))
  await send(page)
  await expect(response(page)).toContainText('Digest realm="Front desk"')
})

test('what would end a header line is refused', async ({ page }) => {
  await sit(page)
  await apply(page, written({ spaces: [{ scheme: 'basic', realm: 'a\r\nSet-Cookie: sid=1' }] }))
  await expect(server(page).getByRole('alert')).toContainText('it would end the header line')
})

test('it goes back to how it was, and what was written can be brought back', async ({ page }) => {
  await sit(page)
  await apply(page, written({}))
  await policy(page).fill('half a thought')
  await button(page, 'Back to how it was').click()
  await expect(policy(page)).toHaveValue(/"mixed-digest"/)
  await expect(button(page, 'Back to how it was')).toBeFocused()
  await send(page)
  await expect(response(page)).toContainText('Digest realm="Front desk"')
  await button(page, 'Bring back what I wrote').click()
  await expect(policy(page)).toHaveValue('half a thought')
  await expect(policy(page)).toBeFocused()
})

test('a new path can be made, and the seat follows the request', async ({ page }) => {
  await sit(page)
  await request(page).fill('GET /of-mine HTTP/1.1\nHost: api.example.com\n\n')
  await expect(server(page)).toContainText('There is nothing at api.example.com/of-mine yet')
  await send(page)
  await expect(response(page)).toContainText('404 Not Found')
  await button(page, 'Apply').click()
  // What it starts with is a suggestion: nothing is there before it is applied.
  await send(page)
  await expect(response(page)).toContainText('Basic realm="My realm"')
  await request(page).fill('GET / HTTP/1.1\nHost: bank.example\n\n')
  await expect(server(page)).toContainText('bank.example is not simulated')
})

test('the linter judges what the server sends now', async ({ page }) => {
  await sit(page)
  await apply(page, written({ replies: { sent: { challenges: [] } } }))
  await send(page)
  await expect(response(page)).toContainText('A 401 needs a challenge')
})

test('a link carries the policy along', async ({ page, context }) => {
  await sit(page)
  await apply(page, written({}))
  await send(page)
  await page.getByRole('button', { name: 'Share' }).click()
  const link = await page.getByRole('dialog', { name: 'Share' }).getByRole('textbox').inputValue()
  const other = await context.newPage()
  await other.goto(link)
  await expect(response(other)).toContainText('Basic realm="Mine"')
  await look(other, 'Server’s seat')
  await expect(policy(other)).toHaveValue(written({}))
})

test('a lesson’s servers stay as they are', async ({ page }) => {
  await open(page)
  await expect(server(page).getByRole('radio', { name: 'Decision', exact: true })).toBeVisible()
  await expect(server(page).getByRole('radio', { name: 'Server’s seat', exact: true })).toHaveCount(0)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`axe finds nothing in the seat, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await sit(page)
    await apply(page, '{"spaces": 1}')
    await expect(server(page).getByRole('alert')).toContainText('Not applied yet')
    for (const summary of await server(page).locator('summary').all()) await summary.click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    await page.setViewportSize({ width: 390, height: 800 })
    const tooWide = await page.evaluate(
      () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
    )
    expect(tooWide).toBe(false)
  })
