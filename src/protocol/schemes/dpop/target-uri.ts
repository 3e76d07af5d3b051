/** What a proof is for: the method and the target URI of a request, and when two spellings of a URI are one. */

import type { HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import type { Span } from '../../text/span.ts'

/** The request that a proof must be for. */
export interface Asked {
  readonly method: string
  /** Query and fragment are not looked at. */
  readonly url: string
  /** Where the two stand in the request; absent where nobody wants to know. */
  readonly saw?: { readonly method: Span; readonly target: Span }
}

/** Every simulated host speaks TLS, so `https` is meant where the target doesn't say it (RFC 9110 §7.1). */
export function askedBy(request: HttpRequest): Asked {
  const { method, target } = request.line
  const { host, path } = targetOf(request)
  const scheme = /^http:/i.test(target.text) ? 'http' : 'https'
  return { method: method.text, url: `${scheme}://${host}${path}`, saw: { method: method.span, target: target.span } }
}

/** Without query and fragment, as `htu` has it (RFC 9449 §4.2). */
export const bareUri = (uri: string): string => uri.split(/[?#]/, 1)[0] ?? ''

/** Whether two URIs name the same resource, query and fragment aside (RFC 9449 §4.3). A text that is no URI names none. */
export function sameTarget(one: string, other: string): boolean {
  const normal = normalised(one)
  return normal !== undefined && normal === normalised(other)
}

/** Case, percent-encoding, dots in the path, the default port (RFC 3986 §6.2.2, §6.2.3). */
function normalised(uri: string): string | undefined {
  const bare = bareUri(uri)
  if (!/^https?:\/\//i.test(bare) || /[\s\p{Cc}\\]/u.test(bare)) return undefined
  try {
    return new URL(bare).href.replace(/%[0-9a-f]{2}/gi, decodeUnreserved)
  } catch {
    return undefined
  }
}

/** `unreserved = ALPHA / DIGIT / "-" / "." / "_" / "~"`, RFC 3986 §2.3, is the same encoded or not. */
function decodeUnreserved(encoded: string): string {
  const char = String.fromCharCode(Number.parseInt(encoded.slice(1), 16))
  return /[A-Za-z0-9\-._~]/.test(char) ? char : encoded.toUpperCase()
}
