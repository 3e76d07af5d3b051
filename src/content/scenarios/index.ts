/**
 * The shelf of scenarios: every folder beside this file, found, in the order of its number, loaded when it is opened. The
 * first one stands in front: whoever arrives needs no list of the others.
 */

import { type Lesson, lessonOf } from '../lesson.ts'
import { once } from '../once.ts'
import type { Prose } from '../prose.ts'
import type { Scenario } from '../scenario.ts'

const first = {
  found: import.meta.glob<Scenario>('./01-*/scenario.ts', { eager: true, import: 'default' }),
  titles: import.meta.glob<string>('./01-*/en.md', { eager: true, import: 'default', query: '?title' }),
  lessons: import.meta.glob<Prose>('./01-*/en.md', { import: 'default' }),
}

const folderOf = (path: string) => path.split('/')[1] ?? path
const titlesOf = (titles: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(titles).map(([path, title]) => [folderOf(path), title]))

/** What they are called in English, by id. Grows once, when the list is loaded. */
export const englishTitles: Readonly<Record<string, string>> = { ...titlesOf(first.titles) }

/** The scenario that a visit begins with. */
export const FIRST = Object.keys(englishTitles)[0] ?? ''

const shelf = once(async () => {
  const all = await import('./shelf.ts')
  Object.assign(englishTitles, titlesOf(all.titles))
  return all
})

const ids = once(async () =>
  Object.keys((await shelf('')).found)
    .map(folderOf)
    .sort(),
)

/** The ids of all scenarios (`05-first-login`), in their order, once their titles are known; the same promise each time. */
export const catalogue = (): Promise<readonly string[]> => ids('')

/** A scenario; undefined for an id that doesn't exist. The same promise each time; for the first one nothing is fetched. */
export const scenarioNamed = once(async (id): Promise<Scenario | undefined> => {
  const path = `./${id}/scenario.ts`
  return first.found[path] ?? (await shelf('')).found[path]?.()
})

/** A scenario's English. Rejects for an id that doesn't exist. */
export async function englishLesson(id: string): Promise<Lesson> {
  const { lessons } = id === FIRST ? first : await shelf('')
  const load = lessons[`./${id}/en.md`]
  if (!load) throw new Error(`There is no scenario ${id}`)
  return lessonOf(await load())
}
