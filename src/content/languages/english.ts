/** English: it stands beside the code, and is gathered here. */

import { once } from '../once.ts'
import { catalogue, englishLesson, englishTitles } from '../scenarios/index.ts'
import { type Language, prefixed, type Words } from './language.ts'

const inFront = import.meta.glob<Words>('../../protocol/schemes/{basic,bearer,digest,x-api-key}/en.ts', {
  import: 'default',
})
const ofFirstScreen = import.meta.glob<Words>('./en/words/*.ts', { eager: true, import: 'default' })

const ruleWords = once(async () => (await import('./english-rules.ts')).rules)
const diagnosisWords = once(async () => (await import('../../insight/diagnoses/index.ts')).diagnoses)

/** Grows as schemes are met: the one thing here that changes, and only by growing. */
const words: Record<string, string> = { ...prefixed(ofFirstScreen) }

const pathsOf = (key: string) => ['schemes', 'services'].map((shelf) => `../../protocol/${shelf}/${key}/en.ts`)

const learn = once(async (key) => {
  const front = pathsOf(key).find((path) => path in inFront)
  const found = front ? inFront : (await import('./english-shelf.ts')).found
  for (const path of front ? [front] : pathsOf(key)) {
    const own = await found[path]?.()
    if (own) Object.assign(words, prefixed({ [path]: own }))
  }
})

export const english: Language = {
  tag: 'en',
  name: 'English',
  words,
  learn,
  titles: englishTitles,
  lesson: once(englishLesson),
  rules: () => ruleWords('en'),
  diagnoses: () => diagnosisWords('en'),
}

/** Adds the English of what only messages from elsewhere hold. */
export const learnRest = once(async (name: string) => {
  Object.assign(words, await laterWords(name))
})

/** English words of views that come later, and bring them along: by the name of their file in `en/later/`. */
export async function laterWords(name: string): Promise<Words> {
  const path = `./en/later/${name}.ts`
  const { found } = await import('./english-later.ts')
  const words = await found[path]?.()
  return words ? prefixed({ [path]: words }) : {}
}

/** All English there is, for whoever compares. */
export async function allEnglish(): Promise<Words> {
  const { found } = await import('./english-shelf.ts')
  await Promise.all(Object.keys(found).map((path) => learn(path.split('/').at(-2) ?? '')))
  await catalogue()
  const { found: later } = await import('./english-later.ts')
  const names = Object.keys(later).map((path) => path.replace(/^.*\/|\.ts$/g, ''))
  return Object.assign({}, english.words, ...(await Promise.all(names.map(laterWords))))
}
