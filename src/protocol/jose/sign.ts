/** Signs JSON Web Tokens with HMAC-SHA-256 (RFC 7518 §3.2), synchronously and also where `crypto.subtle` is missing. */

import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, fromBase64url, octetsOf } from '../text/octets.ts'
import type { JsonObject } from './jwt.ts'

/** A shared key; `k` as in a JWK, base64url (RFC 7518 §6.4.1). */
export type JwtKey = { readonly kid: string; readonly alg: 'HS256'; readonly k: string }

/** The header gets `alg` and `kid` of the key, whatever it says about them. */
export function signJwt(header: JsonObject, claims: JsonObject, key: JwtKey): string {
  const signed = { ...header, alg: key.alg, kid: key.kid }
  const signingInput = `${encode(signed)}.${encode(claims)}`
  return `${signingInput}.${base64url(hs256(signingInput, key))}`
}

export function hs256(signingInput: string, { kid, k }: JwtKey): Uint8Array {
  const octets = fromBase64url(k)
  if (!octets) throw new Error(`The key ${kid} is not base64url`)
  return hmac(sha256, octets, octetsOf(signingInput))
}

const encode = (object: JsonObject) => base64url(octetsOf(JSON.stringify(object)))
