/** Writes down what a server asked and found, while it judges. */

import type { Cite } from '../text/cite.ts'
import type { Span } from '../text/span.ts'
import type { Gate, Step, Working } from './scheme.ts'

interface Circumstances {
  readonly saw?: readonly Span[]
  readonly knew?: Readonly<Record<string, string>>
  readonly workings?: readonly Working[]
  readonly cite?: Cite
}

export interface Transcript {
  readonly steps: readonly Step[]
  /** Notes the question and hands its answer on, so that it reads as the condition it is. */
  ask(gate: Gate, check: string, holds: boolean, more?: Circumstances): boolean
  /** Notes a question that does not arise here. */
  moot(gate: Gate, check: string, more?: Circumstances): void
}

/** A transcript of `owner`'s questions (`basic`, `http`), which all rest on `cite` unless they say otherwise. */
export function transcript(owner: string, cite: Cite): Transcript {
  const steps: Step[] = []
  const note = (gate: Gate, check: string, result: Step['result'], more: Circumstances = {}) => {
    steps.push({ gate, check: `${owner}.${check}`, result, saw: [], knew: {}, workings: [], cite, ...more })
  }
  return {
    steps,
    ask(gate, check, holds, more) {
      note(gate, check, holds ? 'pass' : 'fail', more)
      return holds
    },
    moot: (gate, check, more) => note(gate, check, 'moot', more),
  }
}
