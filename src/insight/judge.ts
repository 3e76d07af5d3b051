/** Asks rules about an exchange, and puts what they found in reading order. */

import type { Finding, Level, Unjudged } from './rule.ts'
import type { Rules } from './rules/shelved.ts'
import { type Evidence, viewOf } from './view.ts'

const WEIGHT: Readonly<Record<Level, number>> = { must: 0, should: 1, warning: 2, info: 3, good: 4 }

/** What there is to say of an exchange, and about what nothing could be said. */
export interface Report {
  /** The gravest first, then as they stand in the messages. */
  readonly findings: readonly Finding[]
  /** Each rule once for each thing that it needs. */
  readonly unjudged: readonly Unjudged[]
}

export function judge(evidence: Evidence, rules: Rules): Report {
  const view = viewOf(evidence)
  const findings: Finding[] = []
  const unjudged = new Map<string, Unjudged>()
  for (const [id, { rule, subject }] of Object.entries(rules)) {
    for (const found of rule.check(view)) {
      if ('needs' in found) unjudged.set(`${id} ${found.needs}`, { rule: id, needs: found.needs })
      else findings.push({ ...found, rule: id, subject, level: rule.level, cite: rule.cite })
    }
  }
  return { findings: findings.sort(byWeight), unjudged: [...unjudged.values()] }
}

function byWeight(one: Finding, other: Finding): number {
  return (
    WEIGHT[one.level] - WEIGHT[other.level] ||
    one.in.localeCompare(other.in) ||
    one.span.start - other.span.start ||
    one.rule.localeCompare(other.rule)
  )
}
