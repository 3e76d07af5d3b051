/** The linter: asks every rule on the shelf. */

import { judge, judgeInTurns, type Report } from './judge.ts'
import type { Finding } from './rule.ts'
import { rules } from './rules/index.ts'
import type { Evidence } from './view.ts'

export const inspect = (evidence: Evidence): Report => judge(evidence, rules)

/** The findings alone. */
export const lint = (evidence: Evidence): readonly Finding[] => inspect(evidence).findings

/** The same, with a pause now and then: for a page that somebody uses meanwhile. */
export const lintInTurns = async (evidence: Evidence, pause: () => Promise<void>): Promise<readonly Finding[]> =>
  (await judgeInTurns(evidence, rules, pause)).findings
