/** Die Wörter der Regeln, alle auf einmal: Wer eine braucht, braucht sie alle. */

import type { RuleWords } from '../language.ts'

const found = import.meta.glob<string>('./rules/*.md', { eager: true, import: 'default', query: '?raw' })

/** `# title`, an empty line, the reason. */
function ruleWords(source: string): RuleWords {
  const [title = '', ...why] = source.trim().split('\n')
  return { title: title.replace('# ', ''), why: why.join(' ').trim() }
}

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.md', '') ?? path

export const rules = Object.fromEntries(
  Object.entries(found).map(([path, source]) => [nameOf(path), ruleWords(source)]),
)
