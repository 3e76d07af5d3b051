/** The English of all rules, which stands in their files: whoever needs one's, needs them all. */

import type { RuleWords } from './language.ts'

/** A build gives no more than title and reason for this address; elsewhere it is the whole rule. */
const found = import.meta.glob<RuleWords>('../../insight/rules/*/*.ts', {
  eager: true,
  import: 'default',
  query: '?words',
})

const nameOf = (path: string) => path.split('/').at(-1)?.replace('.ts', '') ?? path

export const rules: Readonly<Record<string, RuleWords>> = Object.fromEntries(
  Object.entries(found).map(([path, { title, why }]) => [nameOf(path), { title, why }]),
)
