/** Where a request goes: its URL, as far as it is known. */

import type { HttpRequest } from '../../protocol/http/message.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { Circumstances, Reading } from '../rule.ts'

/** The target URI without its fragment (RFC 9110 §7.1); `https` where nobody knows. Undefined where there is no host. */
export function urlOf(
  request: Reading<HttpRequest> | undefined,
  { transport = 'https' }: Circumstances,
): URL | undefined {
  if (!request) return undefined
  const { target } = request.message.line
  if (/^https?:/i.test(target.text)) return parsed(target.text)
  const { host, path, query } = targetOf(request.message)
  if (host === '') return undefined
  return parsed(`${transport}://${host}${path}${query === '' ? '' : `?${query}`}`)
}

/** Undefined where it is none. */
export function parsed(url: string, base?: string): URL | undefined {
  return URL.canParse(url, base) ? new URL(url, base) : undefined
}

/** Whether a host is this machine itself: developers work there without TLS (RFC 6761 §6.3, RFC 8252 §8.3). */
export const isLoopback = (hostname: string): boolean =>
  /^(?:localhost|.*\.localhost|127(?:\.\d+){3}|\[::1\])$/i.test(hostname)
