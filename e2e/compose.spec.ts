/** Writing a request: one text in many views, taken from curl and given back, and never lost. */

import type { Page } from '@playwright/test'
import { choose, open, request, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

const LAB = '#/lab'
const response = (page: Page) => page.getByRole('region', { name: 'Response' })

const see = (page: Page, view: string) =>
  choose(page.getByRole('group', { name: 'How to write the request' }).getByRole('radio', { name: view, exact: true }))

/** Presses a button that copies, waits until it says so, and tells what is on the clipboard. */
async function copied(page: Page, button: string): Promise<string> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('button', { name: 'Copied', exact: true })).toBeVisible()
  return page.evaluate(() => navigator.clipboard.readText())
}

/** Pastes as with the keyboard, in place of what is selected. */
async function paste(page: Page, text: string) {
  await page.evaluate((each) => navigator.clipboard.writeText(each), text)
  await page.keyboard.press('Control+V')
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']))

test('a curl command that is pasted becomes the request, and Undo brings back what stood there', async ({ page }) => {
  await open(page, LAB)
  const before = 'GET /mine HTTP/1.1\nHost: example.com\n\n'
  await request(page).fill(before)
  await request(page).focus()
  await paste(
    page,
    `curl -u Aladdin:'open sesame' --compressed \\\n  "https://api.example.com/front-desk?a=1" -H 'X-Who: it'\\''s me'`,
  )
  await expect(request(page)).toHaveValue(/^GET \/front-desk\?a=1 HTTP\/1\.1\nHost: api\.example\.com\n/)
  const after = await request(page).inputValue()
  expect(after).toContain('\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n')
  expect(after).toContain("\nX-Who: it's me\n")
  const notice = page.getByRole('status').filter({ hasText: 'That was a curl command' })
  await notice.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(request(page)).toHaveValue(before)
  await expect(notice).toHaveCount(0)
})

test('text that is no whole command is pasted as it is, where the caret stands', async ({ page }) => {
  await open(page, LAB)
  await request(page).fill('GET / HTTP/1.1\nHost: example.com\n\n')
  await request(page).focus()
  await page.keyboard.press('Control+Home')
  await paste(page, "curl 'https://example.com/")
  await expect(request(page)).toHaveValue("curl 'https://example.com/GET / HTTP/1.1\nHost: example.com\n\n")
  await expect(page.getByText('has a quote that is never closed')).toBeVisible()
})

test('a curl command in the address becomes the request, too', async ({ page }) => {
  await open(page, LAB)
  await page.getByRole('combobox', { name: 'URL' }).selectText()
  await paste(page, 'curl -X PUT https://api.example.com/files/report --data-raw hello')
  await expect(request(page)).toHaveValue(/^PUT \/files\/report HTTP\/1\.1\nHost: api\.example\.com\n[\s\S]*\n\nhello$/)
})

test('address, form and raw text are one request', async ({ page }) => {
  await open(page, LAB)
  await request(page).fill('GET /front-desk HTTP/1.1\nHost: api.example.com\nX-Odd:  kept as it is \n\n')

  const url = page.getByRole('combobox', { name: 'URL' })
  await expect(url).toHaveValue('https://api.example.com/front-desk')
  await url.fill('https://www.example.com/docs/?page=2')
  await expect(request(page)).toHaveValue(
    'GET /docs/?page=2 HTTP/1.1\nHost: www.example.com\nX-Odd:  kept as it is \n\n',
  )

  await page.getByRole('combobox', { name: 'Method' }).fill('PUT')
  await see(page, 'Form')
  await page.getByRole('textbox', { name: 'Value of header 1' }).fill('api.example.com')
  await expect(url).toHaveValue('https://api.example.com/docs/?page=2')
  await page.getByRole('button', { name: 'Add a header' }).click()
  await page.getByRole('combobox', { name: 'Name of header 3' }).fill('X-Trace')
  await page.getByRole('textbox', { name: 'Value of header 3' }).fill('a, b')
  await page.getByRole('textbox', { name: 'Body' }).fill('one\ntwo')
  await see(page, 'Raw')
  await expect(request(page)).toHaveValue(
    'PUT /docs/?page=2 HTTP/1.1\nHost: api.example.com\nX-Odd:  kept as it is \nX-Trace: a, b\n\none\ntwo',
  )

  await see(page, 'Form')
  await page.getByRole('button', { name: 'Remove header 2' }).click()
  await see(page, 'Raw')
  await expect(request(page)).toHaveValue(
    'PUT /docs/?page=2 HTTP/1.1\nHost: api.example.com\nX-Trace: a, b\n\none\ntwo',
  )
})

test('a header name that cannot stand in a message is said to be none, and the request keeps the old one', async ({
  page,
}) => {
  await open(page, LAB)
  const text = 'GET / HTTP/1.1\nHost: example.com\nX-Old: 1\n\n'
  await request(page).fill(text)
  await see(page, 'Form')
  const name = page.getByRole('combobox', { name: 'Name of header 2' })
  await name.fill('X Old')
  await expect(name).toHaveAccessibleDescription(/one word/)
  await see(page, 'Raw')
  await expect(request(page)).toHaveValue(text)
})

test('the request is copied to the letter: raw, as curl with every argument quoted, and as fetch', async ({ page }) => {
  await open(page, LAB)
  const text = `POST /reports/publish?x='y' HTTP/1.1\nHost: api.example.com\nCookie: a=b\nX-Who: it's $HOME & "me"\n\n{"a": "b'c"}`
  await request(page).fill(text)
  expect(await copied(page, 'Copy request')).toBe(text)

  await see(page, 'curl')
  const command = String.raw`curl 'https://api.example.com/reports/publish?x='\''y'\''' \
  -H 'Cookie: a=b' \
  -H 'X-Who: it'\''s $HOME & "me"' \
  -H Content-Type: \
  --data-raw '{"a": "b'\''c"}'`
  expect(await copied(page, 'Copy command')).toBe(command)
  await expect(page.getByRole('region', { name: 'Request', exact: true }).locator('pre')).toHaveText(command)

  await see(page, 'fetch')
  const code = await copied(page, 'Copy code')
  expect(code).toContain('fetch("https://api.example.com/reports/publish?x=\'y\'", {')
  expect(code).toContain('  method: "POST",')
  expect(code).toContain(String.raw`    "X-Who": "it's $HOME & \"me\"",`)
  expect(code).toContain(String.raw`  body: "{\"a\": \"b'c\"}",`)
  expect(code).toMatch(/^\/\/ Left out.*: Cookie\n/)
  expect(code).not.toContain('"Cookie"')
})

test('Ctrl+Enter sends from the text, and Enter from the address; neither writes a line', async ({ page }) => {
  await open(page, LAB)
  const text = 'GET /rfc/admin HTTP/1.1\nHost: example.com\n\n'
  await request(page).fill(text)
  await request(page).press('Control+Enter')
  await settled(page)
  await expect(response(page)).toContainText('401 Unauthorized')
  await expect(request(page)).toHaveValue(text)

  await page.getByRole('combobox', { name: 'URL' }).fill('https://example.com/')
  await page.getByRole('combobox', { name: 'URL' }).press('Enter')
  await settled(page)
  await expect(response(page)).toContainText('200 OK')
  await expect(request(page)).toHaveValue('GET / HTTP/1.1\nHost: example.com\n\n')
})

test('a malformed request is answered with a 400 that names the octet, is explained by line, and stays', async ({
  page,
}) => {
  await open(page, LAB)
  const text = 'GET / HTTP/1.1\nHost example.com\n\n'
  await request(page).fill(text)
  await send(page)
  await expect(response(page)).toContainText('400 Bad Request')
  // The first line and its end are 15 octets.
  await expect(response(page)).toContainText(/\{.*octet 16\b.*\}/)
  await expect(page.getByRole('region', { name: 'Inside the server' })).toContainText('octet 16 breaks the grammar')
  const faults = page.getByRole('region', { name: 'What is not well-formed' })
  await expect(faults).toContainText('There is no colon here')
  await faults.getByRole('button', { name: 'Go to line 2' }).click()
  await expect(request(page)).toBeFocused()
  expect(await request(page).evaluate((area: HTMLTextAreaElement) => area.selectionStart)).toBe(text.indexOf('Host'))
  await expect(request(page)).toHaveValue(text)
})

test('a path that does not exist is answered with 404', async ({ page }) => {
  await open(page, LAB)
  await request(page).fill('GET /nothing-here HTTP/1.1\nHost: example.com\n\n')
  await send(page)
  await expect(response(page)).toContainText('404 Not Found')
  await expect(page.getByRole('region', { name: 'Inside the server' })).toContainText('there is no /nothing-here')
})

test('a method that is not allowed is answered with 405, and Allow names those that are', async ({ page }) => {
  await open(page, LAB)
  await request(page).fill('DELETE /files/report HTTP/1.1\nHost: api.example.com\n\n')
  await send(page)
  await expect(response(page)).toContainText('405 Method Not Allowed')
  await expect(response(page)).toContainText(/\nAllow: (HEAD, )?GET, PUT\n/)
  await expect(page.getByText('Use one of the methods that the server allows')).toBeVisible()
})
