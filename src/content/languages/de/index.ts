/** Deutsch. */

import { lessonOf } from '../../lesson.ts'
import { once } from '../../once.ts'
import type { Prose } from '../../prose.ts'
import { type Language, prefixed, type Words } from '../language.ts'

const interfaceWords = import.meta.glob<Words>('./words/*.ts', { eager: true, import: 'default' })
const ofSchemes = import.meta.glob<Words>('./{schemes,services}/*.ts', { import: 'default' })
const titles = import.meta.glob<string>('./scenarios/*.md', { eager: true, import: 'default', query: '?title' })
const lessons = import.meta.glob<Prose>('./scenarios/*.md', { import: 'default' })

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.md', '') ?? path

const words: Record<string, string> = { ...prefixed(interfaceWords) }

const ofRules = once(async () => (await import('./rules.ts')).rules)
const ofDiagnoses = once(async () => (await import('./diagnoses.ts')).diagnoses)

const german: Language = {
  tag: 'de',
  name: 'Deutsch',
  words,
  learn: once(async (key) => {
    for (const path of [`./schemes/${key}.ts`, `./services/${key}.ts`]) {
      const own = await ofSchemes[path]?.()
      if (own) Object.assign(words, prefixed({ [path]: own }))
    }
  }),
  titles: Object.fromEntries(Object.entries(titles).map(([path, title]) => [nameOf(path), title])),
  lesson: once(async (id) => {
    const load = lessons[`./scenarios/${id}.md`]
    if (!load) throw new Error(`There is no scenario ${id}`)
    return lessonOf(await load())
  }),
  rules: () => ofRules(''),
  diagnoses: () => ofDiagnoses(''),
}

export default german
