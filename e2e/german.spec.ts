/** German: every word of the page, remembered, and enough to solve a scenario with. */

import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { choose, open } from './bench.ts'
import { expect, test } from './watch.ts'

const languages = new URL('../src/content/languages/', import.meta.url)
const wordsOf = async (file: string): Promise<Readonly<Record<string, string>>> =>
  (await import(new URL(file, languages).href)).default

/** Every English text that German says otherwise; those with slots can't be told by comparing. */
async function englishOnly(): Promise<readonly string[]> {
  const files = ['words', 'later'].flatMap((folder) =>
    readdirSync(new URL(`en/${folder}/`, languages)).map((file) => ({ folder, file })),
  )
  const texts = await Promise.all(
    files.map(async ({ folder, file }) => {
      const [english, german] = await Promise.all([wordsOf(`en/${folder}/${file}`), wordsOf(`de/words/${file}`)])
      return Object.entries(english).filter(([key, text]) => german[key] !== text && !/[{*`]/.test(text))
    }),
  )
  // A single word may be a name in German, too: `Status` in one place, "State" in another.
  const same = new Set(['Bearer', 'Basic', 'Digest', 'Host', 'Name', 'Token', 'Body', 'scope', 'realm', 'qop'])
  return texts.flat().flatMap(([, text]) => (same.has(text) ? [] : [text]))
}

/** Everything that the page says, to eyes or to a screen reader. */
const said = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
    const texts: string[] = []
    while (walker.nextNode()) {
      const node = walker.currentNode
      if (node instanceof Element)
        texts.push(...['aria-label', 'title', 'placeholder'].map((name) => node.getAttribute(name) ?? ''))
      else if (!node.parentElement?.closest('pre, code, textarea, script, style')) texts.push(node.textContent ?? '')
    }
    return texts.map((text) => text.trim()).filter(Boolean)
  })

/** The language comes after the press. */
const speak = (page: Page, name: string) => choose(page.getByRole('radio', { name, exact: true }))

async function senden(page: Page) {
  await page.getByRole('button', { name: 'Senden', exact: true }).click()
  await expect(page.getByRole('main')).toHaveAttribute('aria-busy', 'false')
}

test('the switch turns every word German, in every view, and back', async ({ page }) => {
  const english = await englishOnly()
  expect(english.length).toBeGreaterThan(200)
  expect(english).toEqual(expect.arrayContaining(['Send', 'Request', 'Response', 'Inside the server', 'Goal', 'Hint']))
  const leftovers = async () => {
    const texts = await said(page)
    expect(texts.length).toBeGreaterThan(50)
    return texts.filter((text) => english.includes(text))
  }

  await open(page)
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
  expect(await leftovers()).toContain('Inside the server')
  await speak(page, 'DE')
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(page.getByRole('heading', { name: 'Klopf an der Admin-Tür' })).toBeVisible()
  expect(await leftovers()).toEqual([])

  await senden(page)
  await expect(page.getByRole('region', { name: 'Antwort', exact: true })).toContainText('401 Unauthorized')
  await expect(page.getByRole('list', { name: 'Was auffällt' })).toBeVisible()
  for (const panel of ['Anfrage', 'Antwort', 'Im Server']) {
    const region = page.getByRole('region', { name: panel, exact: true })
    const views = region.locator('header').getByRole('radio')
    const count = await views.count()
    expect(count).toBeGreaterThanOrEqual(3)
    for (let index = 0; index < count; index++) {
      await choose(views.nth(index))
      // The words of a view come with it.
      await page.waitForLoadState('networkidle')
      expect(await leftovers(), `${panel}, view ${index + 1}`).toEqual([])
    }
  }

  await speak(page, 'EN')
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('button', { name: 'Send', exact: true })).toBeVisible()
})

for (const [room, fragment, word] of [
  ['Labor', '#/lab', 'Ein Beispiel öffnen'],
  ['Untersuchen', '#/inspect', 'Beispiel zeigen'],
] as const)
  test(`German is remembered, and is spoken in the room ${room}`, async ({ page }) => {
    await open(page)
    await speak(page, 'DE')
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await page.reload()
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    await expect(page.getByRole('button', { name: 'Senden', exact: true })).toBeVisible()
    await page.getByRole('link', { name: room, exact: true }).click()
    await expect(page).toHaveURL(new RegExp(`${fragment}$`))
    await expect(page.getByText(word)).toBeAttached()
    const english = await englishOnly()
    expect((await said(page)).filter((text) => english.includes(text))).toEqual([])
  })

test.describe('in a browser that asks for German', () => {
  test.use({ locale: 'de-AT' })

  test('the first scenario is solved by its German names', async ({ page }) => {
    await open(page)
    await expect(page.locator('html')).toHaveAttribute('lang', 'de')
    const done = page.getByRole('region', { name: 'Lektion' }).getByText('geschafft', { exact: true })
    const block = page.getByRole('region', { name: /^(Auf die Challenge antworten|Noch einmal auf die letzte)/ })
    const answer = async (who: string) => {
      const select = block.getByRole('combobox', { name: 'Anmelden als' })
      const option = select
        .locator('option')
        .filter({ hasText: new RegExp(`^${who} · Token`) })
        .first()
      await select.selectOption((await option.getAttribute('value')) ?? '')
      await block.getByRole('button', { name: 'In die Anfrage übernehmen' }).click()
      await senden(page)
    }
    await senden(page)
    await expect(done).toHaveCount(1)
    await answer('Ada')
    await expect(done).toHaveCount(2)
    await answer('Aladdin')
    await expect(done).toHaveCount(3)
    await page
      .getByRole('textbox', { name: 'Anfrage', exact: true })
      .fill('GET /rfc/admin HTTP/1.1\nHost: example.com\n\n')
    await senden(page)
    await expect(page.getByText('Gelöst')).toBeVisible()
    await expect(page.getByRole('link', { name: /^Weiter: / })).toBeVisible()
  })
})
