/** The key that a proof names itself: a public one, for ES256 (RFC 9449 §4.2, RFC 7518 §6.2.1). */

import type { Json } from '../../auth/scheme.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import type { P256Key } from '../../keys/p256.ts'
import { base64url, fromBase64url } from '../../text/octets.ts'

/** The algorithms that we can verify; all are asymmetric, as they must be (RFC 9449 §11.6). */
export const ALGS: readonly string[] = ['ES256']

/** Members that only private and symmetric keys have (RFC 7518 §6.2.2, §6.3.2, §6.4.1). */
const PRIVATE = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/** The first of these that a key has. */
export const privateMember = (jwk: JsonObject): string | undefined => PRIVATE.find((name) => name in jwk)

/** A key on P-256 whose coordinates are 32 octets each, spelled in the one right way; undefined for any other. */
export function p256Key({ kty, crv, x, y }: JsonObject): P256Key | undefined {
  if (kty !== 'EC' || crv !== 'P-256' || !isCoordinate(x) || !isCoordinate(y)) return undefined
  return { kty, crv, x, y }
}

/** `Coordinate`, RFC 7518 §6.2.1.2. With spare bits the same key would have several thumbprints. */
function isCoordinate(value: Json | undefined): value is string {
  const octets = typeof value === 'string' ? fromBase64url(value) : undefined
  return octets?.length === 32 && base64url(octets) === value
}
