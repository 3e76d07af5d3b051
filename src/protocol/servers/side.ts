/** The two sides on which credentials are asked for: the origin server's, and a proxy's (RFC 9110 §11.7). */

import type { Pair } from '../auth/scheme.ts'
import type { HttpMessage } from '../http/message.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'

export interface Side {
  /** The field that carries the credentials of schemes of the framework. */
  readonly credentials: string
  readonly challenge: string
  readonly info: string
  readonly status: 401 | 407
}

export const ORIGIN: Side = {
  credentials: 'Authorization',
  challenge: 'WWW-Authenticate',
  info: 'Authentication-Info',
  status: 401,
}

export const PROXY: Side = {
  credentials: 'Proxy-Authorization',
  challenge: 'Proxy-Authenticate',
  info: 'Proxy-Authentication-Info',
  status: 407,
}

const PAIRS = [
  [ORIGIN.credentials, PROXY.credentials],
  [ORIGIN.challenge, PROXY.challenge],
  [ORIGIN.info, PROXY.info],
] as const

/** What a field that schemes know by its origin name is called on that side. */
export function onSide(side: Side, name: string): string {
  const pair = PAIRS.find(([origin]) => origin.toLowerCase() === name.toLowerCase())
  return pair && side === PROXY ? pair[1] : name
}

/** What was exchanged with a proxy, in the terms of an origin server: schemes know only those. */
export const asOrigin = ({ request, response }: Pair): Pair => ({
  request: parseRequest(renamed(request)),
  response: parseResponse(renamed(response)),
})

function renamed({ source, fields }: HttpMessage): string {
  const names = new Map(PAIRS.map(([origin, proxy]) => [proxy.toLowerCase(), origin]))
  const own = new Set(PAIRS.map(([origin]) => origin.toLowerCase()))
  return fields.reduceRight((text, { name }) => {
    const key = name.text.toLowerCase()
    const other = names.get(key) ?? (own.has(key) ? `Origin-${name.text}` : name.text)
    return text.slice(0, name.span.start) + other + text.slice(name.span.end)
  }, source)
}
