/** What a step of a scenario is about, checked on a real exchange. */

import type { Finding } from '../insight/rule.ts'
import { targetOf } from '../protocol/http/target.ts'
import type { Exchange } from '../protocol/servers/decision.ts'

export type Goal =
  | { readonly kind: 'all' | 'any'; readonly goals: readonly Goal[] }
  /** The server answered so; each that is given must hold. `user` is the id of whom it took the sender for. */
  | { readonly kind: 'answered'; readonly status: number; readonly path?: string; readonly user?: string }
  /** A question at a gate went so. */
  | { readonly kind: 'step'; readonly check: string; readonly result: 'pass' | 'fail' }
  /** A rule fired, or did not. */
  | { readonly kind: 'found' | 'clean'; readonly rule: string }
  /** The status was predicted before it was shown, and rightly. */
  | { readonly kind: 'predicted' }

export interface Played {
  readonly exchange: Exchange
  readonly findings: readonly Finding[]
  readonly prediction?: number
}

/** Whether the linter has to be asked: it is loaded for those goals only. */
export const asksForFindings = (goal: Goal): boolean =>
  goal.kind === 'all' || goal.kind === 'any'
    ? goal.goals.some(asksForFindings)
    : goal.kind === 'found' || goal.kind === 'clean'

export function reached(goal: Goal, played: Played): boolean {
  const { exchange, findings, prediction } = played
  const status = exchange.response.line.code
  switch (goal.kind) {
    case 'all':
      return goal.goals.every((each) => reached(each, played))
    case 'any':
      return goal.goals.some((each) => reached(each, played))
    case 'answered':
      return (
        status === goal.status &&
        (goal.path === undefined || goal.path === targetOf(exchange.request).path) &&
        (goal.user === undefined || goal.user === exchange.decision.verdict.user)
      )
    case 'step':
      return exchange.decision.steps.some(({ check, result }) => check === goal.check && result === goal.result)
    case 'found':
      return findings.some(({ rule }) => rule === goal.rule)
    case 'clean':
      return findings.every(({ rule }) => rule !== goal.rule)
    case 'predicted':
      return prediction === status
  }
}
