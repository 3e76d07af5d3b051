/** Reading an exchange: every part explained, every decision traced to the request, every message kept. */

import type { Page } from '@playwright/test'
import { choose, make, open, request, scenarioNamed, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

const BASIC = '05-first-login'
const BEARER = '01-documented-admin'
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const response = (page: Page) => panel(page, 'Response')
const server = (page: Page) => panel(page, 'Inside the server')
const marked = (page: Page) => panel(page, 'Request').locator('[class*="_marked"]')
const note = (page: Page, label: string) => response(page).locator('[id^="note-"]').filter({ hasText: label }).first()

const look = (page: Page, view: string) => choose(page.getByRole('radio', { name: view, exact: true }).last())

/** Plays the first steps of a scenario, without a look at its lesson. */
async function play(page: Page, id: string, steps: number) {
  await open(page, `#/scenarios/${id}`)
  const scenario = scenarioNamed(id)
  for (const { solution } of scenario.steps.slice(0, steps)) for (const move of solution) await make(page, move)
}

async function moveClock(page: Page, button: string) {
  const chip = page.getByRole('button', { name: /^Virtual clock/ })
  await chip.click()
  await page.getByRole('button', { name: button, exact: true }).click()
  await settled(page)
  await chip.press('Escape')
}

test('what the server looked at is marked in the request, for the pointer and for the keyboard', async ({ page }) => {
  await play(page, BASIC, 2)
  await expect(marked(page)).toHaveCount(0)
  const gate = server(page).getByRole('button', { name: /Credentials valid/ })
  await gate.hover()
  await expect(marked(page).first()).toBeVisible()
  expect((await marked(page).allTextContents()).join('')).toContain('QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
  await gate.click()
  await page.mouse.move(0, 0)
  await gate.blur()
  await expect(marked(page)).toHaveCount(0)
  await gate.focus()
  await expect(marked(page).first()).toBeVisible()
  await gate.blur()

  const steps = server(page).getByRole('region', { name: 'Credentials valid' }).getByRole('listitem')
  await steps.filter({ hasText: 'looked at' }).first().hover()
  await expect(marked(page).first()).toBeVisible()
  expect((await marked(page).allTextContents()).join('')).toContain('QWxhZGRpbjpvcGVuIHNlc2FtZQ==')
})

test('the mark goes where the request is no longer the one that was sent', async ({ page }) => {
  await play(page, BASIC, 2)
  await request(page).fill('GET /other HTTP/1.1\nHost: www.example.com\n\n')
  await server(page)
    .getByRole('button', { name: /Credentials valid/ })
    .hover()
  await expect(server(page).getByRole('button', { name: /Credentials valid/ })).toBeVisible()
  await expect(marked(page)).toHaveCount(0)
})

test('a part and its note light up together, and lead to each other', async ({ page }) => {
  await play(page, BASIC, 1)
  const link = page.getByRole('link', { name: /^Explained in note \d+: realm$/ })
  const part = response(page).locator('pre > span').filter({ has: link })
  const realm = note(page, 'realm')
  await expect(part).toContainText('realm="WallyWorld"')

  await realm.hover()
  await expect(part).toHaveAttribute('data-lit', 'true')
  await page.mouse.move(0, 0)
  await expect(part).not.toHaveAttribute('data-lit')

  await part.hover()
  await expect(realm).toHaveAttribute('data-lit', 'true')
  await page.mouse.move(0, 0)
  await expect(realm).not.toHaveAttribute('data-lit')

  await link.focus()
  await expect(realm).toHaveAttribute('data-lit', 'true')
  await page.keyboard.press('Enter')
  await expect(realm).toBeFocused()
  await expect(part).toHaveAttribute('data-lit', 'true')
  expect(new URL(page.url()).hash).toMatch(/^#\/scenarios\/05-first-login\?part=/)
})

test('a link to a part opens at it', async ({ page, context }) => {
  await play(page, BASIC, 1)
  await response(page)
    .getByRole('link', { name: /^Link to this part: realm$/ })
    .first()
    .click()
  const other = await context.newPage()
  await other.setViewportSize({ width: 1000, height: 500 })
  await other.goto(page.url())
  await send(other)
  await expect(note(other, 'realm')).toBeFocused()
  await expect(note(other, 'realm')).toBeInViewport()
})

test('what was sent is decoded, and the password stays hidden until it is asked for', async ({ page }) => {
  await play(page, BASIC, 2)
  const sent = response(page).getByRole('group').filter({ hasText: 'What you sent' })
  await sent.getByText('What you sent').click()
  await expect(sent.getByRole('row', { name: /^User/ })).toContainText('Aladdin')
  await expect(sent).not.toContainText('open sesame')
  await sent.getByRole('button', { name: 'Show: Password' }).click()
  await expect(sent.getByRole('row', { name: /^Password/ })).toContainText('open sesame')
  await sent.getByRole('button', { name: 'Hide: Password' }).click()
  await expect(sent).not.toContainText('open sesame')
})

test('the claims of a token age by the virtual clock', async ({ page }) => {
  await play(page, BEARER, 2)
  const sent = response(page).getByRole('group').filter({ hasText: 'What you sent' })
  await sent.getByText('What you sent').click()
  const expiry = sent.getByRole('row').filter({ hasText: /valid for another|expired/ })
  await expect(sent.getByRole('row').filter({ hasText: 'https://auth.example.com' })).toHaveCount(1)
  await expect(expiry).toContainText('valid for another 8 hours')
  await moveClock(page, '+1 h')
  await expect(expiry).toContainText('valid for another 7 hours')
  await moveClock(page, '+1 day')
  await expect(expiry).toContainText(/expired (17 hours ago|yesterday)/)
})

test('script of another origin sees what the server exposes, and the rest is struck out with the reason', async ({
  page,
}) => {
  await open(page, '#/lab')
  await request(page).fill('GET /rfc/admin HTTP/1.1\nHost: example.com\n\n')
  await send(page)
  await look(page, 'What JavaScript sees')
  const fields = response(page).getByRole('table', { name: 'Fields of the response' })
  await expect(fields.getByRole('row', { name: /^Date/ }).locator('s')).toHaveCount(0)
  await look(page, 'On another origin')
  const date = fields.getByRole('row', { name: /^Date/ })
  await expect(date.locator('s')).toHaveCount(2)
  await expect(date).toContainText('Not named in Access-Control-Expose-Headers')
  const challenge = fields.getByRole('row', { name: /^WWW-Authenticate/ })
  await expect(challenge).toContainText('Bearer realm="admin"')
  await expect(challenge.locator('s')).toHaveCount(0)
  await expect(response(page)).toContainText('await response.text() gives the body')
})

test('where the server says nothing about other origins, script gets a TypeError', async ({ page }) => {
  await play(page, BEARER, 1)
  await look(page, 'What JavaScript sees')
  await expect(response(page)).not.toContainText('TypeError')
  await look(page, 'On another origin')
  await expect(response(page)).toContainText('TypeError')
  await expect(response(page)).toContainText('Access-Control-Allow-Origin is missing')
  const fields = response(page).getByRole('table', { name: 'Fields of the response' })
  await expect(fields.getByRole('row', { name: /^WWW-Authenticate/ }).locator('s')).toHaveCount(2)
})

test('the login dialog is drawn for Basic, and nothing can be typed into it', async ({ page }) => {
  let asked = false
  page.on('dialog', () => {
    asked = true
  })
  await play(page, BASIC, 1)
  await look(page, 'Login dialog')
  const drawing = response(page).getByRole('group', { name: 'Sign in' })
  await expect(drawing).toContainText('https://www.example.com')
  await expect(drawing).toContainText('The site says: “WallyWorld”')
  for (const name of ['User name', 'Password']) await expect(drawing.getByLabel(name)).toBeDisabled()
  await expect(drawing.getByRole('button', { name: 'Sign in' })).toBeDisabled()
  expect(asked).toBe(false)
})

test('for Bearer there is no login dialog', async ({ page }) => {
  await play(page, BEARER, 1)
  await look(page, 'Login dialog')
  await expect(response(page)).toContainText('No dialog: browsers have none for Bearer')
  await expect(response(page).getByRole('group', { name: 'Sign in' })).toHaveCount(0)
})

test('every exchange is kept: reopened, compared, sent again', async ({ page }) => {
  await play(page, BASIC, 2)
  await look(page, 'History')
  const rows = server(page)
    .getByRole('list', { name: 'Everything that was sent, the newest first' })
    .getByRole('listitem')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText('200 OK')
  await expect(rows.first()).toContainText('as Aladdin')

  await rows
    .last()
    .getByRole('button', { name: /^Exchange 1:/ })
    .click()
  await expect(response(page)).toContainText('401 Unauthorized')
  await expect(response(page)).toContainText('You are looking at exchange 1 of 2.')
  await response(page).getByRole('button', { name: 'Back to the newest' }).click()
  await expect(response(page)).toContainText('200 OK')

  await rows
    .first()
    .getByRole('button', { name: /^Compare/ })
    .click()
  const comparison = server(page).getByRole('region', { name: 'What changed' })
  await expect(comparison).toContainText('The status went from 401 to 200')
  await expect(comparison).toContainText('Authorization was added')
  await expect(comparison).toContainText('WWW-Authenticate went away')
  const lines = comparison.getByRole('list', { name: 'The requests, line by line' })
  await expect(lines.locator('ins')).toHaveText(/Authorization: Basic /)
  await expect(lines.locator('del')).toHaveCount(0)

  const answered = await request(page).inputValue()
  await rows
    .last()
    .getByRole('button', { name: /^Send again/ })
    .click()
  await settled(page)
  await expect(rows).toHaveCount(3)
  await expect(response(page)).toContainText('401 Unauthorized')
  expect(await request(page).inputValue()).not.toBe(answered)
  await expect(request(page)).not.toHaveValue(/Authorization/)
})

test('the sequence tells every message, answer and wait in order, and opens the exchanges', async ({ page }) => {
  await play(page, BASIC, 1)
  await moveClock(page, '+5 min')
  for (const move of scenarioNamed(BASIC).steps[1]?.solution ?? []) await make(page, move)
  await look(page, 'Sequence')
  const happenings = server(page).getByRole('list', { name: 'Who said what to whom, in order' }).getByRole('listitem')
  await expect(happenings).toHaveText([
    /Request 1 to www\.example\.com:.*GET \/docs\//,
    /Response 1 from www\.example\.com:.*401/,
    /the clock was moved on by 5 min/,
    /the Basic challenge was answered as Aladdin/,
    /Request 2 to www\.example\.com:.*GET \/docs\//,
    /Response 2 from www\.example\.com:.*200/,
  ])
  await happenings.nth(1).getByRole('button').click()
  await expect(response(page)).toContainText('401 Unauthorized')
  await expect(happenings.nth(1).getByRole('button')).toHaveAttribute('aria-current', 'true')
})

test('the clock stands still until it is moved, and servers go by it', async ({ page }) => {
  await play(page, BEARER, 1)
  const chip = page.getByRole('button', { name: /^Virtual clock/ })
  await expect(chip).toContainText('12:18:47')
  await moveClock(page, '+1 h')
  await expect(chip).toContainText('13:18:47')
  await send(page)
  await expect(response(page)).toContainText('Date: Tue, 02 Jul 2024 13:18:47 GMT')
  await expect(chip).toContainText('13:18:47')
})
