/** Everybody can use it: no violations that axe knows, in light and dark, and a scenario solved by keyboard alone. */

import AxeBuilder from '@axe-core/playwright'
import { open, send, settled } from './bench.ts'
import { expect, test } from './watch.ts'

const BENCHES = ['#/scenarios/01-documented-admin', '#/scenarios/06-digest', '#/lab']
const ROOMS = [...BENCHES, '#/inspect', '#/docs', '#/docs/digest-qop-missing']

for (const colorScheme of ['light', 'dark'] as const)
  for (const room of ROOMS)
    test(`axe finds nothing in ${room}, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await open(page, room)
      await expect(page.getByRole('heading', { level: 1 })).toBeAttached()
      if (BENCHES.includes(room)) await send(page)
      if (room === '#/inspect') await page.getByRole('button', { name: 'Show an example' }).click()
      if (room === '#/inspect') await expect(page.getByRole('region', { name: 'What the linter says' })).toBeVisible()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
    })

test('the first scenario is solved by keyboard alone', async ({ page }) => {
  await open(page)
  const focusOn = async (name: RegExp) => {
    for (let presses = 0; presses < 90; presses++) {
      await page.keyboard.press('Tab')
      const focused = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (name.test(focused.trim())) return
    }
    throw new Error(`Tab never came to ${name}`)
  }
  const press = async (name: RegExp) => {
    await focusOn(name)
    await page.keyboard.press('Enter')
    await settled(page)
  }
  const done = page.getByRole('region', { name: 'Lesson' }).getByText('done', { exact: true })
  await press(/^Send/)
  await expect(done).toHaveCount(1)
  await press(/^Put it in the request/)
  await press(/^Send/)
  await expect(done).toHaveCount(2)
  await focusOn(/^Sign in as/)
  await page.keyboard.type('Aladdin')
  await press(/^Put it in the request/)
  await press(/^Send/)
  await expect(done).toHaveCount(3)
  await focusOn(/^Request$/)
  await page.keyboard.press('Control+A')
  await page.keyboard.insertText('GET /rfc/admin HTTP/1.1\nHost: example.com\n\n')
  await page.keyboard.press('Control+Enter')
  await settled(page)
  await expect(page.getByText('Solved')).toBeVisible()
})
