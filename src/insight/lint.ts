/** The linter: asks every rule on the shelf. */

import { judge, type Report } from './judge.ts'
import type { Finding } from './rule.ts'
import { rules } from './rules/index.ts'
import type { Evidence } from './view.ts'

export const inspect = (evidence: Evidence): Report => judge(evidence, rules)

/** The findings alone. */
export const lint = (evidence: Evidence): readonly Finding[] => inspect(evidence).findings
