/** Negotiate and NTLM: schemes that prove who is at the other end of a connection (RFC 4559 §4, MS-NTHT). */

import type { AuthElement } from '../../protocol/auth/challenge.ts'
import { fromBase64, latin1Text } from '../../protocol/text/octets.ts'
import type { Span } from '../../protocol/text/span.ts'

export const isBound = ({ scheme: { text } }: AuthElement): boolean => /^(?:negotiate|ntlm)$/i.test(text)

/** The first octets of a token; undefined where there is none, or no Base64. */
export function headOf({ payload }: AuthElement, octets: number): Uint8Array | undefined {
  return payload.kind === 'token68' ? fromBase64(payload.token68.text.slice(0, (octets / 3) * 4)) : undefined
}

/** The number behind `NTLMSSP` and a zero; undefined where the token is no message of NTLM's (MS-NLMP 2.2.1). */
export function ntlmTypeOf(element: AuthElement): number | undefined {
  const head = headOf(element, 12)
  if (!head || latin1Text(head.subarray(0, 8)) !== 'NTLMSSP\0') return undefined
  return [...head.subarray(8)].reduceRight((sum, octet) => sum * 256 + octet, 0)
}

/** What stands behind the name of a scheme: a token, or parameters from the first to the last; the name where nothing does. */
export function behindName({ scheme, payload }: AuthElement): Span {
  if (payload.kind === 'token68') return payload.token68.span
  const [first, last] = payload.kind === 'params' ? [payload.params[0], payload.params.at(-1)] : []
  return first && last ? { start: first.span.start, end: last.span.end } : scheme.span
}
