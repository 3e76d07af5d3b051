/** What a pasted text is: a response, a request, both, or just the value of a challenge field. */

import type { HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import { parseRequest, parseResponse } from '../protocol/http/parse.ts'

export type Kind = 'nothing' | 'response' | 'request' | 'exchange' | 'fields' | 'challenge'

export interface Recognised {
  readonly kind: Kind
  readonly request?: HttpRequest
  readonly response?: HttpResponse
}

const STATUS_LINE = /^HTTP\/\d/m
const REQUEST_LINE = /^[!#$%&'*+.^`|~\w-]+ \S+ HTTP\/\d/
const FIELD_LINE = /^[!#$%&'*+.^`|~\w-]+:/

/** Total: every text is something, if only a challenge full of faults. White space in front is not part of it. */
export function recognise(pasted: string): Recognised {
  const text = pasted.replace(/\r\n/g, '\n').trimStart()
  if (text === '') return { kind: 'nothing' }
  if (REQUEST_LINE.test(text)) {
    const answer = text.search(STATUS_LINE)
    if (answer < 0) return { kind: 'request', request: parseRequest(text) }
    const request = `${text.slice(0, answer).trimEnd()}\n\n`
    return { kind: 'exchange', request: parseRequest(request), response: parseResponse(text.slice(answer)) }
  }
  if (text.startsWith('HTTP/')) return { kind: 'response', response: parseResponse(text) }
  // Without a status line, a 401 is the most likely place for what people paste here.
  const fields = FIELD_LINE.test(text) ? text : `WWW-Authenticate: ${text.replaceAll('\n', ' ').trim()}`
  const response = parseResponse(`HTTP/1.1 401 Unauthorized\n${fields.trimEnd()}\n\n`)
  return { kind: FIELD_LINE.test(text) ? 'fields' : 'challenge', response }
}
