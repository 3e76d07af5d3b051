/** Where a request ends on its connection: how long its body is, and how it is written (RFC 9112 §6.3). */

import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { targetOf } from '../protocol/http/target.ts'

/** What can't be read as a request: the status that says so, and why, for people. */
export interface Unreadable {
  readonly kind: 'unreadable'
  readonly status: number
  readonly why: string
}

export type Framing = { readonly kind: 'length'; readonly octets: number } | { readonly kind: 'chunked' } | Unreadable

export const unreadable = (status: number, why: string): Unreadable => ({ kind: 'unreadable', status, why })

/** `message-body`, RFC 9112 §6. Whoever leaves two readings open is refused: that is how requests are smuggled (§11.2). */
export function framingOf(request: HttpRequest, most: number): Framing {
  const version = request.line.version.text
  if (!/^HTTP\/1\.[0-9]$/.test(version)) return unreadable(505, `This is HTTP/1.1, and no ${version}`)
  // Some controls pass for white space or for nothing with those who stand behind a server (RFC 9112 §3.2).
  if (targetOf(request).problem === 'target-invalid') return unreadable(400, 'The request target is malformed')
  const codings = valuesOf(request, 'Transfer-Encoding')
  const lengths = valuesOf(request, 'Content-Length')
  if (codings.length > 0) {
    if (lengths.length > 0) return unreadable(400, 'Transfer-Encoding and Content-Length exclude each other')
    if (version === 'HTTP/1.0') return unreadable(400, 'HTTP/1.0 knows no Transfer-Encoding')
    const [coding = ''] = codings
    if (codings.length > 1 || coding.toLowerCase() !== 'chunked')
      return unreadable(501, 'The one transfer coding that is known here is chunked')
    return { kind: 'chunked' }
  }
  const [length = '0'] = lengths
  if (lengths.length > 1 || !/^[0-9]{1,15}$/.test(length))
    return unreadable(400, 'Content-Length has to be one whole number')
  const octets = Number(length)
  return octets > most ? unreadable(413, `A body has ${most} octets at most`) : { kind: 'length', octets }
}

/** Whether the client waits for a 100 before it sends the body (RFC 9110 §10.1.1). */
export function expectationOf(request: HttpRequest): 'none' | 'continue' | Unreadable {
  const [expected, ...others] = valuesOf(request, 'Expect')
  if (expected === undefined || request.line.version.text === 'HTTP/1.0') return 'none'
  if (others.length === 0 && expected.toLowerCase() === '100-continue') return 'continue'
  return unreadable(417, 'The one expectation that can be met here is 100-continue')
}

/** Whether the connection ends with this request (RFC 9112 §9.3). */
export const isLast = (request: HttpRequest): boolean =>
  request.line.version.text === 'HTTP/1.0' ||
  valuesOf(request, 'Connection').some((each) => each.toLowerCase() === 'close')

/** The elements of a list field, over all its lines (RFC 9110 §5.6.1). */
const valuesOf = (request: HttpRequest, name: string): readonly string[] =>
  fieldsNamed(request, name).flatMap(({ value }) => value.text.split(',').map((each) => each.trim()))
