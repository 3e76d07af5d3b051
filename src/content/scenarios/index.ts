/** The shelf of scenarios: every folder beside this file, found, in the order of its number, loaded when it is opened. */

import { type Lesson, lessonOf } from '../lesson.ts'
import { once } from '../once.ts'
import type { Prose } from '../prose.ts'
import type { Scenario } from '../scenario.ts'

const found = import.meta.glob<Scenario>('./*/scenario.ts', { import: 'default' })
const titles = import.meta.glob<string>('./*/en.md', { eager: true, import: 'default', query: '?title' })
const lessons = import.meta.glob<Prose>('./*/en.md', { import: 'default' })

const folderOf = (path: string) => path.split('/')[1] ?? path

/** The folders' names: `05-first-login`. */
export const scenarioIds: readonly string[] = Object.keys(found).map(folderOf).sort()

/** A scenario; the same promise each time. Rejects for an id that doesn't exist. */
export const scenarioNamed = once(async (id): Promise<Scenario> => {
  const load = found[`./${id}/scenario.ts`]
  if (!load) throw new Error(`There is no scenario ${id}`)
  return load()
})

/** What they are called in English, by id. */
export const englishTitles: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(titles).map(([path, title]) => [folderOf(path), title]),
)

/** A scenario's English. Rejects for an id that doesn't exist. */
export async function englishLesson(id: string): Promise<Lesson> {
  const load = lessons[`./${id}/en.md`]
  if (!load) throw new Error(`There is no scenario ${id}`)
  return lessonOf(await load())
}
