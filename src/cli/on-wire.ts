/** A response as octets: the field lines as the simulated server wrote them, and only their line ends made CRLF. */

import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpResponse } from '../protocol/http/message.ts'
import { parseResponse } from '../protocol/http/parse.ts'
import { writeResponse } from '../protocol/http/print.ts'
import { reasonOf } from '../protocol/http/reason.ts'
import { octetsOf } from '../protocol/text/octets.ts'
import { bodyOctets } from './carried-body.ts'
import type { Unreadable } from './framing.ts'

export interface OnWire {
  readonly octets: Buffer
  /** The connection ends behind it: somebody wants it so, or nothing else shows where the body ends (RFC 9112 §6.3). */
  readonly last: boolean
}

interface Circumstances {
  readonly method: string
  readonly last: boolean
  readonly encoded: boolean
}

export function onWire(response: HttpResponse, { method, last, encoded }: Circumstances): OnWire {
  const { source, line, fields } = response
  const body = isBodiless(method, line.code) ? Buffer.alloc(0) : bodyOctets(response, encoded)
  const length = fieldsNamed(response, 'Content-Length').length > 0
  const closes = last || !(length || isBodiless(method, line.code))
  const lines = fields.map(({ name, span }) => {
    // Only where the body is not the one that was written: octets in the place of Base64.
    const own = encoded && name.text.toLowerCase() === 'content-length' && method !== 'HEAD'
    return own ? `${name.text}: ${body.length}` : source.slice(span.start, span.end)
  })
  const head = [source.slice(line.span.start, line.span.end), ...lines, ...(closes ? ['Connection: close'] : [])]
  return { octets: Buffer.concat([octetsOf(`${head.join('\r\n')}\r\n\r\n`), body]), last: closes }
}

/** RFC 9112 §6.3, 1 and 2. */
const isBodiless = (method: string, status: number): boolean =>
  method === 'HEAD' || status < 200 || status === 204 || status === 304 || (method === 'CONNECT' && status < 300)

/** RFC 9110 §15.2.1. */
export const CONTINUE = Buffer.from('HTTP/1.1 100 Continue\r\n\r\n')

/** What is said to whoever didn't send a request: no simulated server had a part in it. */
export function refusal({ status, why }: Pick<Unreadable, 'status' | 'why'>): Buffer {
  const body = `${JSON.stringify({ title: reasonOf(status), status, detail: why })}\n`
  const fields = [
    ['Content-Type', 'application/problem+json'],
    ['Content-Length', String(octetsOf(body).length)],
  ] as const
  const response = parseResponse(writeResponse({ status, reason: reasonOf(status), fields, body }))
  return onWire(response, { method: '', last: true, encoded: false }).octets
}

/** A bug of ours is no reason to stop serving. */
export const brokenDown = (): Buffer => refusal({ status: 500, why: 'The simulated server broke down: this is a bug' })
