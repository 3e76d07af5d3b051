/** Makes DPoP proofs, as a client does for each request anew (RFC 9449 §4.2). */

import type { Env, Working } from '../../auth/scheme.ts'
import type { JsonObject } from '../../jose/jwt.ts'
import { publicKeyOf, signP256 } from '../../keys/p256.ts'
import { base64url, octetsOf } from '../../text/octets.ts'
import { athLines, jktLines, outputOf, signingInputLine } from './proof-lines.ts'
import { bareUri } from './target-uri.ts'

export interface ProofDraft {
  readonly method: string
  /** Query and fragment are left out of `htu`. */
  readonly url: string
  /** The private key: `d` of a JWK on P-256, base64url. */
  readonly d: string
  /** The access token that goes with it; absent at a token endpoint. */
  readonly token?: string
  /** The newest that this server gave; absent where it gave none. */
  readonly nonce?: string
}

export interface MadeProof {
  readonly proof: string
  /** The thumbprint of its key. */
  readonly jkt: string
  readonly workings: readonly Working[]
}

/** `jti` has 96 random bits, as RFC 9449 §4.2 advises. */
export function makeProof({ method, url, d, token, nonce }: ProofDraft, env: Pick<Env, 'now' | 'random'>): MadeProof {
  const { kty, crv, x, y } = publicKeyOf(d)
  const ath = token === undefined ? [] : athLines(token)
  const claims: JsonObject = {
    jti: base64url(env.random(12)),
    htm: method,
    htu: bareUri(url),
    iat: Math.floor(env.now() / 1000),
    ...(token === undefined ? {} : { ath: outputOf(ath) }),
    ...(nonce === undefined ? {} : { nonce }),
  }
  const parts = [
    encoded('header', { typ: 'dpop+jwt', alg: 'ES256', jwk: { kty, x, y, crv } }),
    encoded('claims', claims),
  ]
  const signingInput = parts.map(({ output }) => output).join('.')
  const signature = base64url(signP256(octetsOf(signingInput), d))
  const input = [{ text: d, secret: true }, { text: ', signing input' }]
  return {
    proof: `${signingInput}.${signature}`,
    jkt: outputOf(jktLines({ kty, crv, x, y })),
    workings: [
      ...ath,
      ...parts,
      signingInputLine(signingInput),
      { name: 'signature', apply: 'ES256', input, output: signature },
    ],
  }
}

function encoded(name: string, object: JsonObject): Working {
  const text = JSON.stringify(object)
  return { name, apply: 'base64url', input: [{ text }], output: base64url(octetsOf(text)) }
}
