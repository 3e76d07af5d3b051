/** Signs ID tokens: who logged in, when and how, for the client alone (OpenID Connect Core §2). */

import { sha256 } from '@noble/hashes/sha2.js'
import type { JsonObject } from '../../jose/jwt.ts'
import { signP256 } from '../../keys/p256.ts'
import { signPkcs1 } from '../../keys/rsa.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import type { Inquiry } from './inquiry.ts'
import type { Grant } from './memory.ts'
import type { Client, IdTokenAlgorithm, Settings } from './settings.ts'

export function idToken(
  { env, settings }: Inquiry,
  client: Client,
  { session, subject }: Grant,
  access: string,
  nonce: string | undefined,
): string {
  const now = Math.floor(env.now() / 1000)
  return signed(settings, client.idToken ?? 'ES256', {
    iss: settings.issuer,
    sub: subject,
    aud: client.id,
    iat: now,
    exp: now + settings.lives.access,
    ...(session ? { auth_time: Math.floor(session.at / 1000), acr: session.acr } : {}),
    ...(nonce === undefined ? {} : { nonce }),
    at_hash: halfHash(access),
  })
}

/** The left half of the SHA-256 of the access token, so that nobody swaps one for another (OpenID Connect Core §3.1.3.6). */
const halfHash = (access: string): string => base64url(sha256(octetsOf(access)).subarray(0, 16))

function signed({ idKeys }: Settings, alg: IdTokenAlgorithm, claims: JsonObject): string {
  const encoded = (object: JsonObject) => base64url(octetsOf(JSON.stringify(object)))
  const input = `${encoded({ alg, typ: 'JWT', kid: idKeys[alg].kid })}.${encoded(claims)}`
  const octets = octetsOf(input)
  const signature = alg === 'ES256' ? signP256(octets, idKeys.ES256.d) : signPkcs1(octets, idKeys.RS256, 'SHA-256')
  return `${input}.${base64url(signature)}`
}
