/**
 * Which simulated host is meant by a name that reaches a real port.
 *
 * A simulated host's own name means itself; `api.localhost` means `api.example.com`, `example.localhost`, `localhost` and
 * the loopback addresses mean `example.com`. The port that is served goes, and so do 80 and 443. Where that changes
 * anything, the message is rewritten before any server sees it, so whoever signs the host's name must use its own.
 */

import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import type { Span } from '../protocol/text/span.ts'

const HOME = 'example.com'
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]', 'example.localhost']
const AUTHORITY = /^(\[[0-9A-Fa-f:.]+\]|[^:]*)(?::([0-9]*))?$/

/** The authority that the simulated world knows; any other stays as it is, and is refused there. */
export function simulatedHost(authority: string, port: number): string {
  const [, name = '', given] = AUTHORITY.exec(authority) ?? []
  const rest = given === undefined || ['', '80', '443', String(port)].includes(given) ? '' : `:${given}`
  const host = name.toLowerCase()
  if (LOOPBACK.includes(host)) return HOME + rest
  if (host.endsWith('.localhost')) return host.slice(0, -'localhost'.length) + HOME + rest
  return host === HOME || host.endsWith(`.${HOME}`) ? name + rest : authority
}

/** The request as the simulated world gets it: the same, octet for octet, where its names are known there. */
export function toSimulatedHost(request: HttpRequest, port: number): HttpRequest {
  const { method, target } = request.line
  const [field, second] = fieldsNamed(request, 'Host')
  const [whole, before = '', authority = ''] = /^(https?:\/\/)([^/?#]*)/i.exec(target.text) ?? []
  const places: { readonly span: Span; readonly text: string }[] = []
  if (whole !== undefined) {
    const start = target.span.start + before.length
    places.push({ span: { start, end: start + authority.length }, text: simulatedHost(authority, port) })
  }
  if (method.text === 'CONNECT') places.push({ span: target.span, text: simulatedTunnel(target.text) })
  if (field && !second) places.push({ span: field.value.span, text: simulatedHost(field.value.text, port) })
  const { source } = request
  const text = places
    .sort((one, other) => other.span.start - one.span.start)
    .reduce((so, { span, text }) => so.slice(0, span.start) + text + so.slice(span.end), source)
  return text === source ? request : parseRequest(text)
}

/** A tunnel's port stays: there must be one (RFC 9112 §3.2.3). */
function simulatedTunnel(target: string): string {
  const colon = target.lastIndexOf(':')
  return colon < 0 ? target : simulatedHost(target.slice(0, colon), 0) + target.slice(colon)
}
