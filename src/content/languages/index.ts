/** The shelf of languages: English is there from the start, every other folder is loaded when it is asked for. */

import { allEnglish, english, laterWords, learn, learnRest } from './english.ts'
import type { Language } from './language.ts'

const found = import.meta.glob<Language>('./*/index.ts', { import: 'default' })

const loaders = Object.fromEntries(Object.entries(found).map(([path, load]) => [path.split('/')[1] ?? path, load]))

/** Tags of all languages, English first. */
export const tags: readonly string[] = ['en', ...Object.keys(loaders)]

/** The language of that tag; English for one that nobody wrote. Rejects where its file can't be loaded. */
export async function language(tag: string): Promise<Language> {
  return (await loaders[tag]?.()) ?? english
}

export { allEnglish, english, laterWords, learn, learnRest }
