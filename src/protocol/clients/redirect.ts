/** What a browser makes of a redirect: where it goes, and what it takes along (RFC 9110 §15.4, Fetch §http-redirect-fetch). */

import { fieldsNamed } from '../http/field.ts'
import type { HttpResponse } from '../http/message.ts'

export interface Redirection {
  readonly to: URL
  readonly method: string
  /** The body goes along, and what describes it. */
  readonly withBody: boolean
  /** It leads to another origin: what is meant for the first one stays behind. */
  readonly elsewhere: boolean
}

/** Redirect statuses, Fetch §redirect-status. */
const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308]
/** Fields that another origin doesn't get; a browser puts in the cookies that are for it. */
const PRIVATE: readonly string[] = ['authorization', 'cookie']
/** What describes a body goes with it (RFC 9110 §15.4; Fetch has four of them). */
const OF_BODY: readonly string[] = [
  ...['content-type', 'content-length', 'content-encoding', 'content-language', 'content-location'],
  ...['content-digest', 'digest', 'last-modified', 'transfer-encoding'],
]

/** Undefined for a response that leads nowhere. `from` is the address that was asked, absolute. */
export function redirection(from: string, method: string, response: HttpResponse): Redirection | undefined {
  const { code } = response.line
  const [location] = fieldsNamed(response, 'Location')
  const here = URL.parse(from)
  if (!REDIRECTS.includes(code) || !location || !here) return undefined
  const to = URL.parse(location.value.text, here)
  if (!to) return undefined
  // A fragment is kept where the new address has none (RFC 9110 §10.2.2).
  if (to.hash === '' && here.hash !== '') to.hash = here.hash
  // 303 makes a GET of everything but HEAD, 301 and 302 of a POST; 307 and 308 keep method and body.
  const changes = code === 303 ? !['GET', 'HEAD'].includes(method) : code < 303 && method === 'POST'
  return { to, method: changes ? 'GET' : method, withBody: !changes, elsewhere: to.origin !== here.origin }
}

export const isPrivate = (name: string): boolean => PRIVATE.includes(name.toLowerCase())

export const isOfBody = (name: string): boolean => OF_BODY.includes(name.toLowerCase())

/** Whether a field goes along. */
export const goesAlong = (name: string, { elsewhere, withBody }: Redirection): boolean =>
  !(elsewhere && isPrivate(name)) && (withBody || !isOfBody(name))
