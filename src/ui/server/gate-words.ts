/** How a gate on the track is put into words: one line below its title, and what its answer means. */

import { toneOf } from '../../session/sequence-tone.ts'
import type { Say } from '../language/language-context.tsx'
import { wordsOf } from './step-words.ts'
import { type Stop, tellingStep } from './track.ts'

/** Where a path stands in the steps of the first gate. */
const PATH = 'server.path'

/** `guarded`: whether there are gates behind the first. Before anything is sent, a gate says what it asks. */
export function summaryOf(say: Say, stop: Stop, { sent, guarded }: { sent: boolean; guarded: boolean }): string {
  const step = tellingStep(stop)
  if (!sent) return say(`gates.asks.${stop.gate}`)
  if (stop.state === 'ahead' && stop.status) return say('gates.would-be', { status: stop.status })
  if (!step) return say(`gates.${stop.state === 'ahead' ? 'ahead' : 'unasked'}`)
  const path = stop.steps.find(({ check }) => check === PATH)?.knew.path
  if (stop.gate === 'resource' && stop.state === 'passed' && path)
    return say(guarded ? 'gates.protected' : 'gates.open', { path })
  return wordsOf(say, step)
}

/** What it means that the gate answered so. */
export function meaningOf(say: Say, { state, status }: Stop, sent: boolean): string | undefined {
  if (!sent) return say('gates.because.not-sent')
  if (state === 'passed') return undefined
  if (state === 'failed') {
    const tone = toneOf(status ?? 0)
    const known = status === 401 || tone === 'no' || tone === 'proxy'
    return say(`gates.because.${known ? tone : 'other'}`, { status: status ?? '' })
  }
  if (state === 'ahead' && status) return say('gates.because.would-be', { status })
  return say(`gates.because.${state}`)
}
