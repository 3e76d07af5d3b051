/** The rich editor: it takes the text field's place without a loss, knows HTTP, and can be done without. */

import type { Page, Route } from '@playwright/test'
import { choose, open, request, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

// A file that comes through a service worker could not be held up or withheld.
test.use({ serviceWorkers: 'block' })

const FILES = '**/assets/rich-editor-*'
const FRONT_DESK = 'GET /front-desk HTTP/1.1\nHost: api.example.com\n'

const monaco = (page: Page) => page.locator('.monaco-editor[role="code"]')
const lines = (page: Page) => monaco(page).locator('.view-lines')
/** Monaco draws spaces as no-break spaces. */
const drawn = (text: string) => new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replaceAll(' ', '\\s'))
const list = (page: Page) => page.getByRole('listbox', { name: 'Suggest' })

const use = (page: Page, editor: 'Plain text' | 'Rich editor') =>
  choose(page.getByRole('radio', { name: editor, exact: true }))

/** Whose text field is the plain one again. */
async function plainText(page: Page): Promise<string> {
  await use(page, 'Plain text')
  await expect(page.locator('textarea[placeholder]')).toBeVisible()
  return request(page).inputValue()
}

/** It is a large file. */
const arrived = (page: Page) => expect(lines(page)).toBeVisible({ timeout: 20_000 })

/** Presses into the text field, waits for the editor, and writes a text into it. */
async function write(page: Page, text: string) {
  await request(page).click()
  await arrived(page)
  await expect(request(page)).toBeFocused()
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText(text)
}

test('it takes over without losing a letter or the caret, whenever it arrives', async ({ page }) => {
  // Key by key, while the page reads a file of 3 MB.
  test.slow()
  const held: Route[] = []
  let asked: () => void = () => undefined
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve
  })
  await page.route(FILES, (route) => {
    held.push(route)
    if (route.request().url().endsWith('.js')) asked()
  })
  await open(page, '#/lab')
  await request(page).fill('GET /a HTTP/1.1\nHost: example.com\nX-Last: 1\n\n')
  // Into the second line, behind its end.
  const box = await request(page).boundingBox()
  const padding = await request(page).evaluate((area) => {
    const { lineHeight, paddingTop } = getComputedStyle(area)
    return Number.parseFloat(paddingTop) + 1.5 * Number.parseFloat(lineHeight)
  })
  await request(page).click({ position: { x: (box?.width ?? 0) - 20, y: padding } })
  await isAsked
  await expect(page.getByText('Fetching the rich editor …')).toBeVisible()
  await page.keyboard.type('before')
  for (const route of held) await route.continue()
  const typed = Array.from({ length: 20 }, (_, index) => `-${index}`).join('')
  await page.keyboard.type(typed)
  await arrived(page)
  await page.keyboard.type('+after')
  await expect(lines(page)).toContainText('+after')
  expect(await plainText(page)).toBe(`GET /a HTTP/1.1\nHost: example.combefore${typed}+after\nX-Last: 1\n\n`)
})

test('a selection is taken over, too', async ({ page }) => {
  await open(page, '#/lab')
  await request(page).fill('GET /a HTTP/1.1\nHost: example.com\n\n')
  await request(page).click()
  await page.keyboard.press('Control+A')
  await arrived(page)
  await page.keyboard.insertText('gone')
  await expect(lines(page)).toHaveText('gone')
  expect(await plainText(page)).toBe('gone')
})

test('it completes header names, and goes on with the schemes', async ({ page }) => {
  await open(page, '#/lab')
  await write(page, FRONT_DESK)
  await page.keyboard.type('Autho')
  await expect(list(page).getByRole('option', { name: /^Authorization/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(lines(page)).toContainText(drawn('Authorization: '))
  for (const scheme of ['Basic', 'Bearer', 'Digest'])
    await expect(list(page).getByRole('option', { name: new RegExp(`^${scheme}`) })).toBeVisible()
  await page.keyboard.type('Bea')
  await expect(list(page).getByRole('option', { name: /^Basic/ })).toHaveCount(0)
  await page.keyboard.press('Enter')
  expect(await plainText(page)).toMatch(/\nAuthorization: Bearer ?$/)
})

test('it explains the part under the pointer, with its section, and keeps the password to itself', async ({ page }) => {
  await open(page, '#/lab')
  await write(page, `${FRONT_DESK}Authorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n`)
  await lines(page).getByText('QWxhZGRpbjpvcGVuIHNlc2FtZQ==').hover()
  const hover = page.locator('.monaco-hover:visible')
  await expect(hover).toContainText('User: Aladdin')
  await expect(hover).not.toContainText('open sesame')
  await expect(hover.getByRole('link', { name: /^RFC 7617/ })).toHaveAttribute(
    'href',
    /^https:\/\/www\.rfc-editor\.org\//,
  )
})

test('it mends a fault on request, and the name of the fix can be read whole', async ({ page }) => {
  await open(page, '#/lab')
  await write(page, `${FRONT_DESK}Authorization: Basic realm=a, realm=b\n\n`)
  await expect(monaco(page).locator('.squiggly-error').first()).toBeAttached()
  await page.keyboard.press('Control+Home')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  for (let right = 0; right < 'Authorization: Basic realm='.length; right++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Control+.')
  const fix = page.getByRole('option', { name: /Make it “"a"”/ })
  await expect(fix).toBeVisible()
  const cut = await fix.locator('.title').evaluate((title) => title.scrollWidth - title.clientWidth)
  expect(cut).toBeLessThanOrEqual(0)
  await page.keyboard.press('Enter')
  await expect(fix).toHaveCount(0)
  expect(await plainText(page)).toContain('Authorization: Basic realm="a", realm=b\n')
})

test('Ctrl+Enter sends from it and writes no line; Tab leads out of it', async ({ page }) => {
  await open(page, '#/lab')
  const text = 'GET /rfc/admin HTTP/1.1\nHost: example.com\n\n'
  await write(page, text)
  await page.keyboard.press('Control+Enter')
  await settled(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await expect(request(page)).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(request(page)).not.toBeFocused()
  expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor'))).toBeNull()
  expect(await plainText(page)).toBe(text)
})

test('what is written in the form and the address shows in it, and Undo leads back behind that', async ({ page }) => {
  await open(page, '#/lab')
  await write(page, FRONT_DESK)
  await page.getByRole('combobox', { name: 'URL' }).fill('https://example.com/admin')
  await expect(lines(page)).toContainText(drawn('GET /admin HTTP/1.1'))
  await expect(lines(page)).toContainText(drawn('Host: example.com'))
  await request(page).focus()
  await page.keyboard.press('Control+Z')
  await expect(lines(page)).not.toContainText('/admin')
})

test('plain text stays plain once it was chosen, also after a reload', async ({ page }) => {
  await open(page, '#/lab')
  await write(page, FRONT_DESK)
  expect(await plainText(page)).toBe(FRONT_DESK)
  await page.reload()
  await request(page).click()
  await page.keyboard.type('x')
  await expect(page.getByRole('radio', { name: 'Plain text' })).toBeChecked()
  await expect(monaco(page)).toHaveCount(0)
})

test('where its file does not come, the text field stays, says so, and sends', async ({ page }) => {
  await page.route(FILES, (route) => route.fulfill({ status: 404 }))
  await open(page, '#/lab')
  await request(page).fill('')
  await request(page).click()
  await page.keyboard.type('GET /rfc/admin HTTP/1.1\nHost: example.com\n\n')
  await expect(page.getByRole('status').filter({ hasText: 'The rich editor could not be fetched' })).toBeVisible()
  await expect(request(page)).toHaveValue('GET /rfc/admin HTTP/1.1\nHost: example.com\n\n')
  await send(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await page.unroute(FILES)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('radio', { name: 'Rich editor' })).toBeChecked()
})

test('an embed asks for nothing of it until somebody does', async ({ page }) => {
  const files: string[] = []
  page.on('request', (each) => files.push(each.url()))
  await open(page, '', '?embed&scenario=01-documented-admin')
  await request(page).click()
  await page.keyboard.type('x')
  await page.keyboard.press('Backspace')
  await send(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('401 Unauthorized')
  await page.waitForLoadState('networkidle')
  expect(files.filter((url) => /rich-editor|monaco|codicon/i.test(url))).toEqual([])
  await use(page, 'Rich editor')
  await arrived(page)
})
