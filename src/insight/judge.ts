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

/** Rules that are asked without a pause: asked for the first time, that many take some milliseconds on a phone. */
const TURN = 50

export function judge(evidence: Evidence, rules: Rules): Report {
  const turns = turnsOf(evidence, rules)
  for (;;) {
    const { done, value } = turns.next()
    if (done) return value
  }
}

/** The same, with a pause now and then. */
export async function judgeInTurns(evidence: Evidence, rules: Rules, pause: () => Promise<void>): Promise<Report> {
  const turns = turnsOf(evidence, rules)
  for (;;) {
    const { done, value } = turns.next()
    if (done) return value
    await pause()
  }
}

function* turnsOf(evidence: Evidence, rules: Rules): Generator<void, Report> {
  const view = viewOf(evidence)
  const findings: Finding[] = []
  const unjudged = new Map<string, Unjudged>()
  for (const [index, [id, { rule, subject }]] of Object.entries(rules).entries()) {
    if (index % TURN === TURN - 1) yield
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
