/** The issuer's public key as `SubjectPublicKeyInfo` with the OID of RSASSA-PSS, and its ID (RFC 9578 §6.5). */

import { sha256 } from '@noble/hashes/sha2.js'
import { lengthOf, type RsaKey } from '../../keys/rsa.ts'
import { base64url, fromBase64url, hex, octetsOf } from '../../text/octets.ts'

/**
 * All that stands before the modulus: `id-RSASSA-PSS` with SHA-384, MGF1 with SHA-384 and a salt of 48 octets, the digests
 * without parameters. Type 2 has keys of 2048 bits only, so the lengths never change.
 */
const BEFORE =
  '30820152303d06092a864886f70d01010a3030a00d300b0609608648016503040202a11a301806092a864886f70d010108300b0609608648016503040202a2030201300382010f003082010a0282010100'
/** And behind it: the exponent, 65537. */
const BEHIND = '0203010001'
const E = base64url(Uint8Array.of(1, 0, 1))

const octets = (text: string) => Uint8Array.from(text.match(/../g) ?? [], (each) => Number.parseInt(each, 16))

export function spkiOf(key: RsaKey): Uint8Array {
  const modulus = fromBase64url(key.n)
  if (!modulus || lengthOf(key) !== 256 || key.e !== E) throw new Error('An issuer’s key has 2048 bits and e = 65537')
  return Uint8Array.of(...octets(BEFORE), ...modulus, ...octets(BEHIND))
}

/** The key in a `token-key`; undefined where it is none for type 2. */
export function keyIn(spki: Uint8Array): RsaKey | undefined {
  const text = hex(spki)
  if (!text.startsWith(BEFORE) || !text.endsWith(BEHIND) || text.length !== BEFORE.length + 512 + BEHIND.length)
    return undefined
  const modulus = spki.subarray(BEFORE.length / 2, BEFORE.length / 2 + 256)
  return (modulus[0] ?? 0) >= 0x80 ? { n: base64url(modulus), e: E } : undefined
}

/** `token_key_id = SHA256(encoded_key)`, RFC 9578 §6.5. */
export const keyIdOf = (key: RsaKey): Uint8Array => sha256(spkiOf(key))

/** SHA-256, here for all who hash challenges. */
export const digestOf = (data: Uint8Array | string): Uint8Array =>
  sha256(typeof data === 'string' ? octetsOf(data) : data)
