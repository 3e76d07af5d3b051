/** Reads a rule's example: marks out, messages parsed, places of the marks kept. For tests. */

import { parseMessage, parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import type { Evidence } from '../lint.ts'
import type { Fix, Found } from '../rule.ts'

/** `request 10-14`: comparable, and readable where a test fails. */
export type Mark = string

export const markOf = ({ in: side, span }: Pick<Found, 'in' | 'span'>): Mark => `${side} ${span.start}-${span.end}`

export interface Example extends Evidence {
  readonly marks: readonly Mark[]
}

export function readExample(text: string): Example {
  const [first = '', second] = text.split('\n---\n')
  const one = unmark(first)
  const other = second === undefined ? undefined : unmark(second)
  if (other) {
    const marks = [...one.spans.map((span) => ({ in: 'request', span }) as const), ...other.spans.map(inResponse)]
    return { ...evidenceOf(one.text, other.text), marks: marks.map(markOf) }
  }
  const evidence = evidenceOf(one.text)
  const side = evidence.request ? 'request' : 'response'
  return { ...evidence, marks: one.spans.map((span) => markOf({ in: side, span })) }
}

const inResponse = (span: Found['span']) => ({ in: 'response', span }) as const

/** One message of whatever kind it is, or a request and its response. */
export function evidenceOf(one: string, response?: string): Evidence {
  if (response !== undefined) return { request: parseRequest(one), response: parseResponse(response) }
  const message = parseMessage(one)
  return message.kind === 'request' ? { request: message } : { response: message }
}

/** The same evidence after an edit in one of its messages. */
export function edited({ request, response }: Evidence, side: Found['in'], { span, insert }: Fix): Evidence {
  const [old = '', other] =
    side === 'request' ? [request?.source, response?.source] : [response?.source, request?.source]
  const text = old.slice(0, span.start) + insert + old.slice(span.end)
  if (other === undefined) return evidenceOf(text)
  return side === 'request' ? evidenceOf(text, other) : evidenceOf(other, text)
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
