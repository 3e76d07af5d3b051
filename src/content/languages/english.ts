/** English: it stands beside the code, and is gathered here. */

import { once } from '../once.ts'
import { englishLesson, englishTitles } from '../scenarios/index.ts'
import { type Language, prefixed, type Words } from './language.ts'

const ofSchemes = import.meta.glob<Words>('../../protocol/{schemes,services}/*/en.ts', { import: 'default' })
const ofFirstScreen = import.meta.glob<Words>('./en/words/*.ts', { eager: true, import: 'default' })
const ofLaterViews = import.meta.glob<Words>('./en/later/*.ts', { import: 'default' })

/** The rules bring their English along, and are a chunk of their own. */
const ruleWords = once(async () => {
  const { rules } = await import('../../insight/rules/index.ts')
  return Object.fromEntries(Object.entries(rules).map(([id, { rule }]) => [id, { title: rule.title, why: rule.why }]))
})

/** Grows as schemes are met: the one thing here that changes, and only by growing. */
const words: Record<string, string> = { ...prefixed(ofFirstScreen) }

export const english: Language = {
  tag: 'en',
  name: 'English',
  words,
  titles: englishTitles,
  lesson: once(englishLesson),
  rules: () => ruleWords('en'),
}

/** Adds the English of a scheme or a service, by its key; one that is not on a shelf is passed over. */
export const learn = once(async (key) => {
  for (const shelf of ['schemes', 'services']) {
    const path = `../../protocol/${shelf}/${key}/en.ts`
    const own = await ofSchemes[path]?.()
    if (own) Object.assign(words, prefixed({ [path]: own }))
  }
})

/** Adds the English of what only messages from elsewhere hold. */
export const learnRest = once(async (name: string) => {
  Object.assign(words, await laterWords(name))
})

/** English words of views that come later, and bring them along: by the name of their file in `en/later/`. */
export async function laterWords(name: string): Promise<Words> {
  const path = `./en/later/${name}.ts`
  const words = await ofLaterViews[path]?.()
  return words ? prefixed({ [path]: words }) : {}
}

/** All English there is, for whoever compares. */
export async function allEnglish(): Promise<Words> {
  await Promise.all(Object.keys(ofSchemes).map((path) => learn(path.split('/').at(-2) ?? '')))
  const names = Object.keys(ofLaterViews).map((path) => path.replace(/^.*\/|\.ts$/g, ''))
  return Object.assign({}, english.words, ...(await Promise.all(names.map(laterWords))))
}
