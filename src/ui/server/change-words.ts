/** How a difference between two exchanges is put into words: a template, and what goes into it. */

import type { DecisionChange, MessageChange } from '../../session/compare.ts'
import { sayDuration } from '../clock/duration.ts'
import type { Say, Slots } from '../language/language-context.tsx'
import { questionOf } from './step-words.ts'

export interface ChangeWords {
  readonly key: string
  /** May come from the wire: they fill the template, and mean nothing in it. */
  readonly slots: Slots
}

export function messageChange({ kind, ...slots }: MessageChange): ChangeWords {
  return { key: `history.change.${kind}`, slots: { ...slots } }
}

type StepChange = Extract<DecisionChange, { kind: 'step' }>

/** What changed in the decision; of questions that only one side was asked, those that went well are just counted. */
export function decisionChanges(say: Say, changes: readonly DecisionChange[], tag: string): readonly ChangeWords[] {
  const counts = (change: DecisionChange): change is StepChange =>
    change.kind === 'step' && change.before !== 'fail' && change.after !== 'fail' && !(change.before && change.after)
  const counted = changes.filter(counts)
  const [now, before] = [counted.filter(({ after }) => after).length, counted.filter((each) => each.before).length]
  return [
    ...changes.filter((change) => !counts(change)).map((change) => decisionChange(say, change, tag)),
    ...(now > 0 ? [{ key: 'history.change.only-now', slots: { count: now } }] : []),
    ...(before > 0 ? [{ key: 'history.change.only-before', slots: { count: before } }] : []),
  ]
}

function decisionChange(say: Say, change: DecisionChange, tag: string): ChangeWords {
  switch (change.kind) {
    case 'stopped':
      return stopped(say, change)
    case 'user': {
      const { before = '', after = '' } = change
      return {
        key: `history.change.${before && after ? 'user' : before ? 'user-none' : 'user-new'}`,
        slots: { before, after },
      }
    }
    case 'clock': {
      const slots = { duration: sayDuration(change.seconds, tag) }
      return { key: `history.change.${change.seconds < 0 ? 'earlier' : 'later'}`, slots }
    }
    case 'step':
      return step(say, change)
  }
}

function stopped(say: Say, { before, after }: Extract<DecisionChange, { kind: 'stopped' }>): ChangeWords {
  const slots = { before: before ? say(`gates.title.${before}`) : '', after: after ? say(`gates.title.${after}`) : '' }
  return { key: `history.change.${before && after ? 'stopped' : before ? 'through' : 'halted'}`, slots }
}

function step(say: Say, { check, before, after }: StepChange): ChangeWords {
  const slots = {
    question: questionOf(say, check),
    before: before ? say(`history.result.${before}`) : '',
    after: after ? say(`history.result.${after}`) : '',
  }
  return { key: `history.change.${before && after ? 'step' : after ? 'step-only' : 'step-gone'}`, slots }
}
