/** Reads a rule's example: marks out, messages parsed, places of the marks kept. For tests and the catalogue. */

import { parseMessage, parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import type { Example, Fix, Found } from '../rule.ts'
import type { Evidence, Sighting } from '../view.ts'

/** `request 10-14`: comparable, and readable where a test fails. */
export type Mark = string

export const markOf = ({ in: side, span }: Pick<Found, 'in' | 'span'>): Mark => `${side} ${span.start}-${span.end}`

export interface ReadExample extends Evidence {
  readonly marks: readonly Mark[]
}

/** Marks are kept of the last exchange: it is the one that is judged. */
export function readExample(example: Example): ReadExample {
  const { text, circumstances } = typeof example === 'string' ? { text: example, circumstances: undefined } : example
  const exchanges = text.split(/^===\n/m).map(readExchange)
  const present = exchanges.at(-1) ?? { marks: [] }
  const before = exchanges.slice(0, -1)
  for (const { marks } of before) if (marks.length > 0) throw new Error(`Marks in what went before: ${text}`)
  return { ...present, before, circumstances }
}

/** `at 2026-03-01T10:00:05Z took 120 ms`, before the messages. */
const TIMES = /^(?:at (?<at>\S+Z))? ?(?:took (?<took>\d+) ms)?\n/

/** Behind a line `>>>` stands the same exchange one hop further on. */
function readExchange(whole: string): ReadExample {
  const [text = '', further] = whole.split(/^>>>\n/m)
  const { marks: _, ...upstream } = further === undefined ? { marks: [] } : readExchange(further)
  const times = TIMES.exec(text)
  const { at, took } = times?.groups ?? {}
  const [first = '', second] = text.slice(times?.[0].length ?? 0).split('\n---\n')
  const one = unmark(first)
  const other = second === undefined ? undefined : unmark(second)
  const messages = evidenceOf(one.text, other?.text)
  const side = messages.request ? 'request' : 'response'
  const marks = [...marksOf(one.spans, side), ...marksOf(other?.spans ?? [], 'response')]
  const when = at === undefined ? undefined : Date.parse(at)
  const known = { ...messages, at: when, took: took === undefined ? undefined : Number(took), marks }
  return further === undefined ? known : { ...known, upstream }
}

const marksOf = (spans: readonly Found['span'][], side: Found['in']): readonly Mark[] =>
  spans.map((span) => markOf({ in: side, span }))

/** One message of whatever kind it is, or a request and its response. */
export function evidenceOf(one: string, response?: string): Sighting {
  if (response !== undefined) return { request: parseRequest(one), response: parseResponse(response) }
  const message = parseMessage(one)
  return message.kind === 'request' ? { request: message } : { response: message }
}

/** The same evidence after an edit in one of its messages. */
export function edited(evidence: Evidence, side: Found['in'], { span, insert }: Fix): Evidence {
  const old = evidence[side]?.source ?? ''
  const text = old.slice(0, span.start) + insert + old.slice(span.end)
  return { ...evidence, ...(side === 'request' ? { request: parseRequest(text) } : { response: parseResponse(text) }) }
}

/** Text without its «marks», and the spans that they were around. */
function unmark(text: string) {
  const spans: { start: number; end: number }[] = []
  let plain = ''
  for (const piece of text.split(/(?=[«»])/)) {
    if (piece.startsWith('«')) spans.push({ start: plain.length, end: -1 })
    if (piece.startsWith('»')) {
      const open = spans.pop()
      if (!open) throw new Error(`A mark closes that never opened: ${text}`)
      spans.push({ start: open.start, end: plain.length })
    }
    plain += piece.replace(/^[«»]/, '')
  }
  return { text: plain, spans }
}
