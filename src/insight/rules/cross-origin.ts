/** Requests that a page of another origin makes, and what CORS lets it see (WHATWG Fetch). */

import type { HttpRequest, HttpResponse } from '../../protocol/http/message.ts'
import type { Token } from '../../protocol/text/span.ts'
import { firstValue, linesOf } from '../reading.ts'
import type { Reading, View } from '../rule.ts'
import { parsed, urlOf } from './origins.ts'

/** The `Origin` of a request that goes to another host than its page came from; `null` is always another one. */
export function foreignOrigin({ request, circumstances }: Pick<View, 'request' | 'circumstances'>): Token | undefined {
  const origin = firstValue(request, 'origin')
  const here = origin && urlOf(request, circumstances)?.host
  if (!origin || here === undefined) return undefined
  if (origin.text === 'null') return origin
  const there = parsed(origin.text)?.host
  return there === undefined || there === here ? undefined : origin
}

/** `Access-Control-Allow-Origin`. */
export const allowedOrigin = (response: Reading<HttpResponse> | undefined): Token | undefined =>
  firstValue(response, 'access-control-allow-origin')

/** Whether script of that origin may read the response, its cookies left aside. */
export function allows(response: Reading<HttpResponse> | undefined, origin: string): boolean {
  const allowed = allowedOrigin(response)?.text
  return allowed === '*' || allowed === origin
}

export const allowsCredentials = (response: Reading<HttpResponse> | undefined): boolean =>
  firstValue(response, 'access-control-allow-credentials')?.text === 'true'

/** What the browser itself asks before it sends a script's request (Fetch, “CORS-preflight request”). */
export const isPreflight = (request: Reading<HttpRequest> | undefined): boolean =>
  request?.message.line.method.text === 'OPTIONS' &&
  linesOf(request, 'access-control-request-method').length > 0 &&
  linesOf(request, 'origin').length > 0

/** The last two labels, as there is no list of public suffixes here; an address is its own site. */
export const siteOf = (hostname: string): string =>
  /^[\d.]+$|^\[/.test(hostname) ? hostname : hostname.split('.').slice(-2).join('.')
