/** The bench as a person uses it: every move of a session, through the page. */

import { readFileSync } from 'node:fs'
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'
import type { Move } from '../src/content/move.ts'
import type { Scenario } from '../src/content/scenario.ts'

/** A page, or a frame in one. */
export type Place = Page | FrameLocator

/** What is played of a scenario, and the heading of its lesson. */
export type Played = Pick<Scenario, 'steps'> & { readonly title: string }

/** By id, as `scripts/e2e.mjs` wrote it down. */
const shelf: Readonly<Record<string, Played>> = JSON.parse(readFileSync(process.env.PLAYGROUND_SCENARIOS ?? '', 'utf8'))

/** Ids of all scenarios on the shelf. */
export const scenarioIds = Object.keys(shelf)

export function scenarioNamed(id: string): Played {
  const scenario = shelf[id]
  if (!scenario) throw new Error(`There is no scenario ${id}`)
  return scenario
}

/** Opens an address of the playground; `query` and `fragment` as in the address, with their signs. */
export const open = (page: Page, fragment = '', query = '') => page.goto(`./${query}${fragment}`)

export const request = (place: Place) => place.getByRole('textbox', { name: 'Request', exact: true })

/** Nothing is under way any more. */
export const settled = (place: Place) => expect(place.getByRole('main')).toHaveAttribute('aria-busy', 'false')

/** Nothing was fetched for a while: whatever the page fetches at leisure is there. */
export const quiet = (page: Page) =>
  page.waitForFunction(() => {
    const entries = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    return performance.now() - Math.max(...entries.map(({ responseEnd, startTime }) => responseEnd || startTime)) > 2500
  })

export async function send(place: Place) {
  await place.getByRole('button', { name: 'Send', exact: true }).click()
  await settled(place)
}

/**
 * Chooses by the label, as a pointer does: the radio button itself is out of sight, and a click that is forced on it goes
 * astray when what stands above grows in that moment.
 */
export async function choose(radio: Locator) {
  await radio.locator('xpath=..').click()
  await expect(radio).toBeChecked()
}

async function answer(place: Place, offer: number, secret: string) {
  const block = place.getByRole('region', { name: /Answer (this|the last) challenge/ })
  await choose(block.getByRole('radio').nth(offer))
  await block.getByRole('combobox', { name: 'Sign in as' }).selectOption(secret)
  await block.getByRole('button', { name: 'Put it in the request' }).click()
  await settled(place)
}

async function wait(place: Place, seconds: number) {
  await place.getByRole('button', { name: /^Virtual clock/ }).click()
  await place.getByRole('spinbutton').fill(String(seconds))
  await place.getByRole('button', { name: 'Move it on', exact: true }).click()
  await settled(place)
  await place.getByRole('button', { name: /^Virtual clock/ }).press('Escape')
}

async function connect(place: Place, certificate = '') {
  const bar = place.getByRole('region', { name: 'Connection' })
  const choice = bar.getByRole('combobox')
  if ((await choice.count()) > 0) await choice.selectOption(certificate)
  await bar.getByRole('button', { name: 'Open a new connection' }).click()
  await settled(place)
}

/** Makes a move as a person would. */
export async function make(place: Place, move: Move) {
  switch (move.kind) {
    case 'write':
      return request(place).fill(move.text)
    case 'answer':
      return answer(place, move.offer, move.secret)
    case 'predict':
      return choose(place.getByRole('radio', { name: String(move.status), exact: true }))
    case 'wait':
      return wait(place, move.seconds)
    case 'connect':
      return connect(place, move.certificate)
    case 'send':
      return send(place)
  }
}

/** Plays a scenario's solution, step by step, and sees each step done. `begun`: its first request was sent already. */
export async function solve(place: Place, scenario: Played, begun = false) {
  const done = place.getByRole('region', { name: 'Lesson' }).getByText('done', { exact: true })
  for (const [index, { solution }] of scenario.steps.entries()) {
    for (const move of begun && index === 0 ? [] : solution) await make(place, move)
    await expect(done).toHaveCount(index + 1)
  }
  await expect(place.getByText('Solved')).toBeVisible()
}
