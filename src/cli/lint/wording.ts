/**
 * The words of the linter's output, in the language that was asked for. Those of rules and levels are the page's; those
 * that only a terminal shows stand in `words/<tag>.ts`, English where a language has none, so that no page loads them.
 */

import { language, laterWords } from '../../content/languages/index.ts'
import { fill, type Language, type RuleWords, type Words } from '../../content/languages/language.ts'
import type { Finding } from '../../insight/rule.ts'
import english from './words/en.ts'

const found = import.meta.glob<Words>('./words/*.ts', { eager: true, import: 'default' })

/** English words of the page that a report takes. */
const LATER = ['inspect', 'finding']

type Slots = Readonly<Record<string, string | number>>

export interface Wording {
  readonly language: Language
  readonly rules: Readonly<Record<string, RuleWords>>
  say(key: string, slots?: Slots): string
  /** `1 file`, `3 files`. */
  count(key: 'message' | 'file' | 'finding' | 'unjudged', count: number, slots?: Slots): string
  /** As the page words it. */
  page(key: string, slots?: Slots): string
  title(finding: Pick<Finding, 'rule' | 'slots'>): string
  why(finding: Pick<Finding, 'rule' | 'slots'>): string
}

export async function wordingIn(tag: string): Promise<Wording> {
  const spoken = await language(tag)
  const [rules, ...words] = await Promise.all([spoken.rules(), ...LATER.map(laterWords)])
  const later: Words = Object.assign({}, ...words)
  const own: Words = { ...english, ...found[`./words/${tag}.ts`] }
  const say = (key: string, slots?: Slots) => fill(own[key] ?? key, slots)
  return {
    language: spoken,
    rules,
    say,
    count: (key, count, slots) => say(`${key}.${count === 1 ? 'one' : 'many'}`, { ...slots, count }),
    page: (key, slots) => fill(spoken.words[key] ?? later[key] ?? key, slots),
    title: ({ rule, slots }) => fill(rules[rule]?.title ?? rule, slots),
    why: ({ rule, slots }) => fill(rules[rule]?.why ?? '', slots),
  }
}
