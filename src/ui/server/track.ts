/** The gates as a track: which of them a request passed, which stopped it, which it never reached. */

import { GATES, type Gate, type Step } from '../../protocol/auth/scheme.ts'
import type { Decision } from '../../protocol/servers/decision.ts'

export interface Stop {
  readonly gate: Gate
  /** From 1, as drawn. */
  readonly number: number
  /** `moot`: nothing to ask there. `unasked`: the way to the resource doesn't lead through it. `ahead`: not reached. */
  readonly state: 'passed' | 'failed' | 'moot' | 'unasked' | 'ahead'
  /** What failing here gave; ahead: what it would have given, where that differs from what was given. */
  readonly status?: number
  readonly steps: readonly Step[]
}

/** All gates in order; a proxy's only where there is one. Without a decision all of them are ahead. */
export function trackOf(decision: Decision | undefined): readonly Stop[] {
  const asked = new Set([...(decision?.steps ?? []), ...(decision?.ahead ?? [])].map(({ gate }) => gate))
  const gates = GATES.filter((gate) => gate !== 'proxy' || asked.has(gate))
  return gates.map((gate, index) => ({ gate, number: index + 1, ...stateOf(gate, decision) }))
}

function stateOf(gate: Gate, decision: Decision | undefined): Omit<Stop, 'gate' | 'number'> {
  if (!decision) return { state: 'ahead', steps: [] }
  const { verdict, ahead } = decision
  const steps = decision.steps.filter((step) => step.gate === gate)
  if (verdict.failed === gate) return { state: 'failed', status: verdict.status, steps }
  if (steps.length > 0) return { state: steps.every(({ result }) => result === 'moot') ? 'moot' : 'passed', steps }
  if (!verdict.failed || GATES.indexOf(gate) < GATES.indexOf(verdict.failed)) return { state: 'unasked', steps }
  // Where no resource was found, nobody knows what its gates would say.
  const status = verdict.failed === 'resource' ? undefined : ahead.find((each) => each.gate === gate)?.status
  return { state: 'ahead', status: status === verdict.status ? undefined : status, steps }
}

/** The step that says most: the one that failed, or the last that was passed, or else the last. */
export const tellingStep = ({ steps }: Stop): Step | undefined =>
  steps.findLast(({ result }) => result === 'fail') ?? steps.findLast(({ result }) => result === 'pass') ?? steps.at(-1)
