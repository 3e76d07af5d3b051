/** ECDSA on P-256 with SHA-256 (FIPS 186-5 §6, RFC 7518 §3.4): signatures are `r || s`, 64 octets. */

import { p256 } from '@noble/curves/nist.js'
import { base64url, fromBase64url } from '../text/octets.ts'

/** A public key as a JWK (RFC 7518 §6.2.1), coordinates base64url. */
export type P256Key = { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }

/** The public key of a private one (`d` of a JWK, RFC 7518 §6.2.2.1, base64url). */
export function publicKeyOf(d: string): P256Key {
  const point = p256.getPublicKey(privateOctets(d), false)
  return { kty: 'EC', crv: 'P-256', x: base64url(point.subarray(1, 33)), y: base64url(point.subarray(33)) }
}

/** Signs with a nonce that follows from key and message (RFC 6979 §3.2): the same input gives the same signature. */
export const signP256 = (message: Uint8Array, d: string): Uint8Array =>
  p256.sign(message, privateOctets(d), { lowS: false })

/** Never throws: a key that is no point of the curve verifies nothing. */
export function verifiesP256(message: Uint8Array, signature: Uint8Array, { x, y }: Pick<P256Key, 'x' | 'y'>): boolean {
  const point = pointOf(x, y)
  if (!point || signature.length !== 64) return false
  try {
    return p256.verify(signature, message, point, { lowS: false })
  } catch {
    return false
  }
}

/** The uncompressed point, `04 || x || y` (SEC 1 §2.3.3); undefined where the coordinates are no 32 octets each. */
export function pointOf(x: string, y: string): Uint8Array | undefined {
  const [one, other] = [fromBase64url(x), fromBase64url(y)]
  return one?.length === 32 && other?.length === 32 ? Uint8Array.of(4, ...one, ...other) : undefined
}

function privateOctets(d: string): Uint8Array {
  const octets = fromBase64url(d)
  if (octets?.length !== 32) throw new Error('The private key is not 32 octets of base64url')
  return octets
}
