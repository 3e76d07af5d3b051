/** The Inspect room: whatever is pasted or dropped is recognised, judged, masked, and goes nowhere. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { open } from './bench.ts'
import { expect, test } from './watch.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../src/insight/recordings/fixtures/${name}`, import.meta.url), 'utf8')

const field = (page: Page) => page.getByRole('textbox', { name: /^Paste or drop/ })
const panel = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** As the clipboard does it: this Chromium lets no test read the real one. */
async function paste(page: Page, text: string) {
  await field(page).evaluate((area, pasted) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text', pasted)
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

const JWT = `eyJhbGciOiJub25lIn0.${btoa('{"sub":"ada","exp":1300819380}').replace(/=+$/, '')}.`

const FORMATS: readonly (readonly [name: string, text: string, read: string, said: RegExp])[] = [
  ['a response', 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer\n\n', 'HTTP messages', /Bearer/],
  ['curl -i', fixture('i.txt'), 'HTTP messages', /realm/],
  ['curl -v', fixture('v-anyauth.txt'), 'what curl -v prints', /ASCII/],
  ['a trace', fixture('trace-ascii-redirect.txt'), 'a trace of curl’s', /\w/],
  ['a copied command', "curl 'https://a.example/' -H 'Authorization: Bearer abc def'", 'a curl command', /token/i],
  [
    'a copied call',
    'fetch("https://a.example/", { "headers": { "authorization": "Bearer undefined" }, "method": "GET" });',
    'a call of fetch',
    /placeholder|undefined/i,
  ],
  ['bare fields', 'www-authenticate: Basic realm=a\ndate: Tue, 02 Jul 2024 12:18:47 GMT', 'header fields', /realm/],
  ['a challenge', 'Digest realm="a", qop=auth', 'the challenge of a 401', /nonce/],
  ['a token', JWT, 'a JSON Web Token', /signed|expired/],
  ['an archive', fixture('chromium.har'), 'a HAR file', /resource_metadata/],
]

for (const [name, text, read, said] of FORMATS)
  test(`${name} is recognised and judged`, async ({ page }) => {
    await open(page, '#/inspect')
    await paste(page, text)
    await expect(page.getByRole('status').filter({ hasText: `Read as ${read}` })).toBeVisible()
    await expect(panel(page, 'What the linter says')).toContainText(said)
  })

test('secrets are masked at once, and shown at a press only', async ({ page }) => {
  await open(page, '#/inspect')
  await paste(
    page,
    'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YWxhZGRpbjpvcGVuc2VzYW1l\nCookie: session=31d4d96e407aad42\n\n',
  )
  await expect(panel(page, 'Request')).toContainText('aladdin')
  const seen = async () => (await page.locator('body').innerText()) + (await field(page).inputValue())
  expect(await seen()).not.toMatch(/YWxhZGRpbjpvcGVuc2VzYW1l|opensesame|31d4d96e407aad42/)
  await page.getByRole('button', { name: 'Show secrets' }).click()
  await expect(panel(page, 'Request')).toContainText('YWxhZGRpbjpvcGVuc2VzYW1l')
  await page.getByRole('button', { name: 'Mask secrets' }).click()
  await expect(panel(page, 'Request')).not.toContainText('YWxhZGRpbjpvcGVuc2VzYW1l')
})

test('a link holds what was pasted, without its secrets', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await open(page, '#/inspect')
  await paste(
    page,
    'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="token_expired"\n\n',
  )
  await page.getByRole('button', { name: 'Copy a link' }).click()
  // It is packed first; until then the clipboard holds what was there before.
  const copied = () => page.evaluate(() => navigator.clipboard.readText())
  await expect.poll(copied).toContain('#/inspect/1.')
  const link = await copied()
  await page.goto('about:blank')
  await page.goto(link)
  await expect(panel(page, 'Response')).toContainText('token_expired')
  expect(await field(page).inputValue()).not.toContain('mF_9.B5f-4.1JqM')
})

test('an archive of 20 MB stays responsive, tells how far it is, and can be narrowed', async ({ page }, info) => {
  const entry = (nth: number) => ({
    startedDateTime: new Date(Date.UTC(2026, 0, 1) + nth * 1000).toISOString(),
    time: 12,
    request: {
      method: 'GET',
      url: `https://${nth % 2 ? 'api' : 'www'}.shop.example/items/${nth}`,
      httpVersion: 'HTTP/2.0',
      headers: nth % 5 ? [] : [{ name: 'authorization', value: `Bearer token-number-${nth}` }],
    },
    response: {
      status: nth % 5 ? 200 : 401,
      statusText: '',
      httpVersion: 'HTTP/2.0',
      headers: nth % 5 ? [] : [{ name: 'www-authenticate', value: 'Bearer error="token_expired"' }],
      content: { size: 3800, mimeType: 'text/html', text: 'x'.repeat(3800) },
    },
  })
  const har = JSON.stringify({ log: { version: '1.2', entries: Array.from({ length: 5000 }, (_, nth) => entry(nth)) } })
  expect(har.length).toBeGreaterThan(20_000_000)
  await open(page, '#/inspect')
  await field(page).waitFor()
  await page.evaluate(() => {
    const tasks: number[] = []
    Object.assign(window, { tasks })
    new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
      type: 'longtask',
    })
  })
  // By its path: a buffer would be unpacked in the page, which takes longer than all that is measured here.
  const file = info.outputPath('shop.har')
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, har)
  await page.locator('input[type=file]').setInputFiles(file)
  // It can be worked with long before all is judged.
  await expect(panel(page, 'Exchanges').getByRole('button').first()).toBeVisible()
  await expect(page.getByText('5000 exchanges.')).toBeVisible({ timeout: 60_000 })
  const longest = await page.evaluate(() => Math.max(0, ...(window as unknown as { tasks: number[] }).tasks))
  expect(longest).toBeLessThan(4000)
  const list = panel(page, 'Exchanges')
  await expect(list.getByRole('status')).toHaveText('1000 of 5000')
  await list.getByRole('combobox', { name: 'Host' }).selectOption('api.shop.example')
  await expect(list.getByRole('status')).toHaveText('500 of 5000')
  await list.getByRole('combobox', { name: 'Rule' }).selectOption('bearer-error-unknown')
  await expect(list.getByRole('status')).toHaveText('500 of 5000')
  await list.getByRole('combobox', { name: 'Status' }).selectOption('200')
  await expect(list.getByRole('status')).toHaveText('0 of 5000')
})

test('markup in a message stays text', async ({ page }) => {
  await open(page, '#/inspect')
  const markup = '<img src=x onerror="document.title=1"><b id=pwned>x</b>'
  await paste(
    page,
    `GET /${encodeURI('a')} HTTP/1.1\nHost: a.example\nX-Evil: ${markup}\n\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="${markup.replaceAll('"', '\\"')}"\nContent-Type: text/html\n\n${markup}`,
  )
  await expect(panel(page, 'Response')).toContainText('<b id=pwned>')
  await page.getByText('Raw', { exact: true }).click()
  await expect(page.locator('#pwned')).toHaveCount(0)
  await expect(page).toHaveTitle(/HTTP Auth Playground/)
})

test('a response without its status is asked for it', async ({ page }) => {
  await open(page, '#/inspect')
  await paste(page, 'content-type: application/json\nwww-authenticate: Bearer error="insufficient_scope"\n')
  await page.getByRole('combobox', { name: 'Which status did the response have?' }).selectOption('403')
  await expect(panel(page, 'Response')).toContainText('403')
})

test('the room is used by keyboard alone', async ({ page }) => {
  await open(page, '#/inspect')
  await field(page).waitFor()
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await field(page).evaluate((area) => area === document.activeElement)) break
  }
  await page.keyboard.insertText(fixture('v-two.txt'))
  await expect(panel(page, 'Exchanges')).toBeVisible()
  const second = panel(page, 'Exchanges').getByRole('button').nth(1)
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab')
    if (await second.evaluate((row) => row === document.activeElement)) break
  }
  await page.keyboard.press('Enter')
  await expect(second).toHaveAttribute('aria-current', 'true')
})

test('what is typed by hand stays where it is, as it is, while it is read', async ({ page }) => {
  await open(page, '#/inspect')
  await field(page).click()
  const text = 'Authorization: Basic YWxhZGRpbjpvcGVuc2VzYW1l'
  await page.keyboard.type(text)
  await expect(panel(page, 'Request')).toContainText('aladdin')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue(text)
  // Where others may look, it is masked all the same.
  await expect(panel(page, 'Request')).not.toContainText('YWxhZGRpbjpvcGVuc2VzYW1l')
})

test('what is broken leads to its rule, and rules are found by a word', async ({ page }) => {
  await open(page, '#/inspect')
  await paste(page, 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="token_expired"\n\n')
  await page.getByRole('link', { name: 'bearer-error-unknown' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.getByRole('article')).toContainText('RFC 6750 §3.1')
  await page.getByRole('link', { name: '← All rules' }).click()
  await page.getByRole('searchbox', { name: 'Search' }).fill('userhash')
  await expect(page.getByRole('link', { name: /digest-userhash-value/ })).toBeVisible()
  await expect(page.getByText(/^\d of 30\d$/)).toBeVisible()
})

test('everything is there in German', async ({ page }) => {
  await open(page, '#/inspect', '?lang=de')
  await page.getByRole('textbox', { name: /^Füge ein/ }).fill('Digest realm="a", qop=auth\n')
  await expect(page.getByText('Gelesen als Challenge einer 401.')).toBeVisible()
  await expect(panel(page, 'Was der Linter sagt')).toContainText('nonce')
  await expect(panel(page, 'Was der Linter sagt')).not.toContainText(/\b(the|which|needs)\b/)
})
