/**
 * The web origin that a HOBA signature is for (RFC 7486 §2, RFC 6454 §4).
 *
 * Departures: a request doesn't say whether it came over TLS. One in origin-form is taken for `https`, without which
 * HOBA is worth nothing, and the certificate for one that fits: both are modelled.
 */

import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'

const PORTS = { https: '443', http: '80' } as const

const withPort = (scheme: keyof typeof PORTS, authority: string): string =>
  `${scheme}://${authority.replace(/:$/, '')}${/:[0-9]+$/.test(authority) ? '' : `:${PORTS[scheme]}`}`

/** As the client of that request sees it: its port is always there. */
export function originOf(request: HttpRequest): string {
  const scheme = /^http:/i.test(request.line.target.text) ? 'http' : 'https'
  return withPort(scheme, targetOf(request).host)
}

/** What clients get wrong about an origin: its default port left out, another scheme. */
export function slipsOf(origin: string): readonly string[] {
  const [, authority = ''] = /^https?:\/\/(.*)$/.exec(origin) ?? []
  const host = authority.replace(/:[0-9]+$/, '')
  return [`https://${host}`, `https://${host}/`, `http://${host}:80`, `http://${host}`, host]
}
