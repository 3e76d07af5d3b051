/** The shelf of languages: English is there from the start, every other folder is loaded when it is asked for. */

import { once } from '../once.ts'
import { allEnglish, english, laterWords, learnRest } from './english.ts'
import type { Language } from './language.ts'

const found = import.meta.glob<Language>('./*/index.ts', { import: 'default' })

const loaders = Object.fromEntries(Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? path, load]))

/** Tags of all languages, English first. */
export const tags: readonly string[] = ['en', ...Object.keys(loaders)]

/** The languages that somebody has asked for: each learns what is met. */
const spoken = new Set<Language>([english])
const learned = new Set<string>()

/** The language of that tag; English for one that nobody wrote. Rejects where its file can't be loaded. */
export async function language(tag: string): Promise<Language> {
  const asked = (await loaders[tag]?.()) ?? english
  spoken.add(asked)
  await Promise.all([...learned].map(asked.learn))
  return asked
}

/** Adds the words of a scheme or a service, by its key, to all languages that are spoken; the same promise each time. */
export const learn = once(async (key) => {
  learned.add(key)
  await Promise.all([...spoken].map((each) => each.learn(key)))
})

export { allEnglish, english, laterWords, learnRest }
