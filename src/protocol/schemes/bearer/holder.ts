/** Who may show a token: one that is bound to a key is worth nothing without that key (RFC 7800 §3). */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Env } from '../../auth/scheme.ts'
import type { Transcript } from '../../auth/transcript.ts'
import { base64, base64url, hex } from '../../text/octets.ts'
import type { Span } from '../../text/span.ts'
import { type Access, textOf } from './access.ts'

/**
 * What is wrong if whoever shows the token need not be the one to whom it was issued. A token without `cnf` is everybody's,
 * and nothing is asked.
 */
export function heldByAnother(
  { claims: { cnf } }: Access,
  saw: readonly Span[],
  { connection }: Env,
  { ask }: Pick<Transcript, 'ask'>,
): string | undefined {
  if (typeof cnf !== 'object' || cnf === null) return undefined
  if (!ask('valid', 'unbound', !('jkt' in cnf), { saw, cite: 'RFC 9449 §7.2' }))
    return 'The access token is bound to a DPoP key'
  if (!('x5t#S256' in cnf)) return undefined
  const wants = textOf(cnf['x5t#S256'])
  const { certificate = new Uint8Array() } = connection
  const hash = sha256(certificate)
  const got = certificate.length > 0 ? base64url(hash) : '–'
  const workings = [
    { name: 'hash', apply: 'SHA-256', input: [{ text: base64(certificate) }], output: hex(hash) },
    { name: 'x5t#S256', apply: 'base64url', input: [{ text: 'hash' }], output: got },
  ]
  const holds = certificate.length > 0 && got === wants
  const shown = certificate.length > 0 ? workings : []
  if (!ask('valid', 'certificate', holds, { saw, knew: { got, wants }, workings: shown, cite: 'RFC 8705 §3' }))
    return 'The access token is bound to another client certificate'
  return undefined
}
