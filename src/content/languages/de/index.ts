/** Deutsch. */

import { lessonOf } from '../../lesson.ts'
import { once } from '../../once.ts'
import type { Prose } from '../../prose.ts'
import { type Language, prefixed, type RuleWords, type Words } from '../language.ts'

const words = import.meta.glob<Words>(['./{schemes,services}/*.ts', './words/*.ts'], { eager: true, import: 'default' })
const titles = import.meta.glob<string>('./scenarios/*.md', { eager: true, import: 'default', query: '?title' })
const lessons = import.meta.glob<Prose>('./scenarios/*.md', { import: 'default' })
const rules = import.meta.glob<string>('./rules/*.md', { eager: true, import: 'default', query: '?raw' })

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.md', '') ?? path

/** `# title`, an empty line, the reason. */
function ruleWords(source: string): RuleWords {
  const [title = '', ...why] = source.trim().split('\n')
  return { title: title.replace('# ', ''), why: why.join(' ').trim() }
}

const ofRules = Promise.resolve(
  Object.fromEntries(Object.entries(rules).map(([path, source]) => [nameOf(path), ruleWords(source)])),
)

const german: Language = {
  tag: 'de',
  name: 'Deutsch',
  words: prefixed(words),
  titles: Object.fromEntries(Object.entries(titles).map(([path, title]) => [nameOf(path), title])),
  lesson: once(async (id) => {
    const load = lessons[`./scenarios/${id}.md`]
    if (!load) throw new Error(`There is no scenario ${id}`)
    return lessonOf(await load())
  }),
  rules: () => ofRules,
}

export default german
