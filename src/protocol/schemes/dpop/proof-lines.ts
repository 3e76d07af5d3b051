/** The arithmetic of proofs, written down line by line: the same for who makes one and who checks it. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Piece, Working } from '../../auth/scheme.ts'
import { canonicalJwk } from '../../jose/thumbprint.ts'
import type { P256Key } from '../../keys/p256.ts'
import { base64url, hex, octetsOf } from '../../text/octets.ts'

/** `name = base64url(SHA-256(text))`. */
function hashLines(name: string, text: string, shown: Piece): readonly Working[] {
  const hash = sha256(octetsOf(text))
  return [
    { name: `hash for ${name}`, apply: 'SHA-256', input: [shown], output: hex(hash) },
    { name, apply: 'base64url', input: [{ text: `hash for ${name}` }], output: base64url(hash) },
  ]
}

/** The hash that ties a proof to an access token (RFC 9449 §4.2). */
export const athLines = (token: string): readonly Working[] => hashLines('ath', token, { text: token, secret: true })

/** The hash that ties an access token to a key (RFC 9449 §6.1, RFC 7638 §3). */
export function jktLines(key: P256Key): readonly Working[] {
  const text = canonicalJwk({ ...key }) ?? ''
  return hashLines('jkt', text, { text })
}

/** Base64url is ASCII, so the octets are the characters. */
export const signingInputLine = (text: string): Working => ({
  name: 'signing input',
  apply: 'ASCII',
  input: [{ text }],
  output: text,
})

/** What the last of some lines gave. */
export const outputOf = (lines: readonly Working[]): string => lines.at(-1)?.output ?? ''
