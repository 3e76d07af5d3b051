/** The thumbprint of a JSON Web Key: a name for a key that anybody can calculate (RFC 7638). */

import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, octetsOf } from '../text/octets.ts'
import type { JsonObject } from './jwt.ts'

/** The members that make up the key, by `kty`, in the order of their code points (RFC 7638 §3.2, RFC 8037 §2). */
const MEMBERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['EC', ['crv', 'kty', 'x', 'y']],
  ['OKP', ['crv', 'kty', 'x']],
  ['RSA', ['e', 'kty', 'n']],
  ['oct', ['k', 'kty']],
])

/** base64url(SHA-256(canonical JSON)); undefined where the text is no key that we know how to write. */
export function thumbprint(jwk: JsonObject): string | undefined {
  const canonical = canonicalJwk(jwk)
  return canonical === undefined ? undefined : base64url(sha256(octetsOf(canonical)))
}

/** Only the required members, in order, without white space (RFC 7638 §3). */
export function canonicalJwk(jwk: JsonObject): string | undefined {
  const members = MEMBERS.get(String(jwk.kty))
  const pairs = members?.map((name) => [name, jwk[name]] as const)
  if (!pairs?.every(([, value]) => typeof value === 'string')) return undefined
  return JSON.stringify(Object.fromEntries(pairs))
}
