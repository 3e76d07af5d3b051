/** How a step at a gate is put into words, and which of the server's facts the words leave out. */

import type { Step } from '../../protocol/auth/scheme.ts'
import { sayInstant } from '../clock/instant.ts'
import type { Say } from '../language/language-context.tsx'

/** `digest.nonce-fresh` is asked in `digest.check.nonce-fresh`, and answered in `digest.pass.nonce-fresh`. */
const keyOf = (check: string, part: 'check' | Step['result']): string => {
  const dot = check.indexOf('.')
  return `${check.slice(0, dot)}.${part}.${check.slice(dot + 1)}`
}

/** A question without words of its own is shown as it is called. */
export const questionOf = (say: Say, check: string): string => {
  const key = keyOf(check, 'check')
  const words = say(key)
  return words === key ? check : words
}

/** An answer without words of its own is yes, no, or neither. */
export function wordsOf(say: Say, { check, result, knew }: Step): string {
  const key = keyOf(check, result)
  const words = say(key, readableSlots(knew, say))
  return words === key ? say(`gates.result.${result}`) : words
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/

/** Servers know instants as ISO 8601; people read them more easily in their own way. */
const readable = (value: string, say: Say): string => (INSTANT.test(value) ? sayInstant(Date.parse(value), say) : value)

export const readableSlots = (slots: Step['knew'], say: Say): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(slots).map(([slot, value]) => [slot, readable(value, say)]))

export interface Fact {
  readonly name: string
  readonly value: string
}

/** What the server knew at each step, without what the gate's words say anyway and what an earlier step told already. */
export function factsOf(say: Say, steps: readonly Step[]): readonly (readonly Fact[])[] {
  const said = steps.map((step) => wordsOf(say, step))
  const told = new Set<string>()
  return steps.map(({ knew }) =>
    Object.entries(knew).flatMap(([slot, raw]): readonly Fact[] => {
      const value = readable(raw, say)
      if (value === '' || told.has(`${slot} ${value}`) || said.some((words) => words.includes(value))) return []
      told.add(`${slot} ${value}`)
      const near = `gates.fact.${slot}`
      const key = say(near) === near ? `fact.${slot}` : near
      const name = say(key)
      return [{ name: name === key ? slot : name, value }]
    }),
  )
}
