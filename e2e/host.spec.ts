/** Hosting it: under any path, in the visitor's colours, with a policy that holds, and nothing kept but what is ours. */

import type { Page } from '@playwright/test'
import { choose, open, request, scenarioNamed, send, solve } from './bench.ts'
import { expect, test } from './watch.ts'

const PREFIX = 'http-auth-playground:'
const theme = (page: Page) => page.locator('html')
const panel = (page: Page) =>
  page.getByRole('region', { name: 'Response' }).evaluate((each) => getComputedStyle(each).backgroundColor)

/** Everything that the page has stored, anywhere. */
const stored = (page: Page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
  }))

for (const [how, path] of [
  ['without the slash', ''],
  ['with the slash', '/'],
  ['by its file', '/index.html'],
] as const)
  test(`opens under a sub-path, ${how}, with all that stands behind it`, async ({ page, baseURL }) => {
    await page.goto(`${baseURL?.replace(/\/$/, '')}${path}?lang=de#/scenarios/06-digest`)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('button', { name: 'Service Worker · an' })).toBeVisible()
    await page.getByRole('button', { name: 'Senden', exact: true }).click()
    await expect(page.getByRole('region', { name: 'Antwort', exact: true })).toContainText('Digest')
  })

test('the colours follow the system, live', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page)
  await expect(theme(page)).toHaveAttribute('data-theme', 'light')
  const light = await panel(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark')
  expect(await panel(page)).not.toBe(light)
})

test('colours that were chosen win over the system, and are remembered until they are given back', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' })
  await open(page)
  await page.getByRole('button', { name: 'Colours: as the system' }).click()
  await page.getByRole('button', { name: 'Colours: light' }).click()
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible()
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark')
  await page.reload()
  await expect(page.getByRole('button', { name: 'Colours: dark' })).toBeVisible()
  await expect(theme(page)).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Colours: dark' }).click()
  await expect(theme(page)).toHaveAttribute('data-theme', 'light')
  expect((await stored(page)).local).not.toContain(`${PREFIX}theme`)
})

test('a solved scenario leaves no cookie, and nothing in storage but our own keys', async ({ page, context }) => {
  const id = '06-digest'
  await open(page, `#/scenarios/${id}`)
  await solve(page, scenarioNamed(id))
  await choose(page.getByRole('radio', { name: 'DE', exact: true }))
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  const { cookie, local, session, databases } = await stored(page)
  expect(cookie).toBe('')
  expect(await context.cookies()).toEqual([])
  expect(local).toContain(`${PREFIX}language`)
  expect(local.filter((key) => !key.startsWith(PREFIX))).toEqual([])
  expect(session).toEqual([])
  expect(databases).toEqual([])
})

test('a Set-Cookie that is inspected, and a Cookie that is sent, stay text', async ({ page, context }) => {
  await open(page, '#/inspect')
  await page
    .getByRole('textbox')
    .first()
    .fill('HTTP/1.1 401 Unauthorized\nSet-Cookie: session=mine; Path=/\nWWW-Authenticate: Basic realm="x"\n\n')
  await expect(page.getByRole('main')).toContainText('Read as HTTP messages')
  await open(page, '#/lab')
  await request(page).fill('GET / HTTP/1.1\nHost: example.com\nCookie: session=mine\n\n')
  await send(page)
  await expect(page.getByRole('region', { name: 'Response' })).toContainText('200 OK')
  expect((await stored(page)).cookie).toBe('')
  expect(await context.cookies()).toEqual([])
})

test('the policy lets in nothing from elsewhere, and the whole page keeps to it', async ({ page, context }) => {
  await context.addInitScript(() => {
    const violations: string[] = []
    Object.assign(window, { violations })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      violations.push(`${violatedDirective} ${blockedURI}`),
    )
  })
  const violations = (at: Page) => at.evaluate(() => (window as unknown as { violations: string[] }).violations)
  await open(page)
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content')
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self'(;|$)/)
  expect(policy).toContain("base-uri 'none'")

  await send(page)
  for (const name of ['Response', 'Inside the server', 'Request']) {
    const views = page.getByRole('region', { name, exact: true }).locator('header').getByRole('radio')
    for (let index = (await views.count()) - 1; index >= 0; index--) await choose(views.nth(index))
  }
  await page.getByRole('button', { name: 'Share' }).click()
  await expect(page.getByRole('dialog', { name: 'Share' }).getByRole('textbox')).toBeVisible()
  await page.keyboard.press('Escape')
  await request(page).click()
  await expect(page.locator('.monaco-editor.focused .view-line').first()).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Control+Space')
  await expect(page.getByRole('listbox', { name: 'Suggest' })).toBeVisible()
  expect(await violations(page)).toEqual([])

  // It would have been heard.
  const other = await context.newPage()
  await open(other)
  await other.evaluate(() => {
    const image = new Image()
    image.src = `${location.origin.replace('127.0.0.1', 'localhost')}/elsewhere.png`
  })
  await expect.poll(() => violations(other)).toEqual([expect.stringMatching(/^img-src /)])
})
