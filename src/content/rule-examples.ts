/** The marked examples of all rules: what the catalogue shows. A visit to another room doesn't load them. */

import type { Rule } from '../insight/rule.ts'

/** A build gives no more than the examples for this address; elsewhere it is the whole rule. */
const found = import.meta.glob<Pick<Rule, 'examples'>>('../insight/rules/*/*.ts', {
  eager: true,
  import: 'default',
  query: '?examples',
})

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.ts', '') ?? path

/** By the rule's id. */
export const ruleExamples: Readonly<Record<string, Rule['examples']>> = Object.fromEntries(
  Object.entries(found).map(([path, { examples }]) => [nameOf(path), examples]),
)
