/**
 * Verifies the JWTs that a request shows, for rules, which can't wait: what comes out is `circumstances.verified`.
 *
 * Keys come from three places: a DPoP proof names its own (RFC 9449 §4.2), so does vapid (RFC 8292 §3.2), and those of
 * access tokens are given. The arithmetic of curves is fetched only where there is something to verify.
 */

import { param } from '../protocol/auth/challenge.ts'
import type { Json } from '../protocol/auth/scheme.ts'
import { isObject, type JsonObject, type Jwt, looksLikeJwt, readJwt } from '../protocol/jose/jwt.ts'
import type { IssuerKey } from '../protocol/jose/verify.ts'
import { base64url, fromBase64url, octetsOf } from '../protocol/text/octets.ts'
import { linesOf, shownIn } from './reading.ts'
import type { View } from './rule.ts'
import { jwtsIn } from './rules/tokens.ts'
import { type Evidence, viewOf } from './view.ts'

/** By the token's text: whether its signature holds. Those whose key or algorithm is not known are left out. */
export async function verifiedIn(
  evidence: Evidence,
  keys: readonly IssuerKey[],
): Promise<Readonly<Record<string, boolean>>> {
  const view = viewOf({ request: evidence.request })
  const results = await Promise.all([
    ...proofsIn(view).map(async ([text, jwt]) => [text, await holds(jwt, jwkOf(jwt.header?.jwk))] as const),
    ...vapidIn(view).map(async ([text, jwt, key]) => [text, await holds(jwt, key)] as const),
    ...(keys.length === 0 ? [] : jwtsIn(view)).map(
      async ({ token, jwt }) => [token.text, await issuedBy(jwt, keys)] as const,
    ),
  ])
  return Object.fromEntries(results.flatMap(([text, result]) => (result === undefined ? [] : [[text, result]])))
}

const proofsIn = ({ request }: View): readonly (readonly [string, Jwt])[] =>
  linesOf(request, 'dpop').flatMap(({ field: { value } }) =>
    looksLikeJwt(value.text) ? [[value.text, readJwt(value)] as const] : [],
  )

const vapidIn = ({ request }: View): readonly (readonly [string, Jwt, JsonObject | undefined])[] =>
  shownIn(request, 'vapid').flatMap(({ credentials }) => {
    const [token, key] = [param(credentials, 't'), param(credentials, 'k')]
    if (!token || !key || !looksLikeJwt(token.value)) return []
    return [[token.value, readJwt({ text: token.value, span: token.raw.span }), pointOf(key.value)] as const]
  })

/** `04 || x || y` (RFC 8292 §3.2). */
function pointOf(text: string): JsonObject | undefined {
  const octets = fromBase64url(text)
  if (octets?.length !== 65 || octets[0] !== 4) return undefined
  return { kty: 'EC', crv: 'P-256', x: base64url(octets.subarray(1, 33)), y: base64url(octets.subarray(33)) }
}

const jwkOf = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined)

/** An issuer has many keys: where none of the given ones is meant, nobody knows. */
async function issuedBy(jwt: Jwt, keys: readonly IssuerKey[]): Promise<boolean | undefined> {
  const { verifyJwt } = await import('../protocol/jose/verify.ts')
  const { result, why } = await verifyJwt(jwt, keys)
  if (result === 'verified') return true
  return why === 'signature' ? false : undefined
}

/** A longer key is nobody's, and would take long. */
const LONGEST_MODULUS = 1400

/** Whether a public key verifies a token; undefined where key and algorithm don't go together, or are none of ours. */
async function holds(
  { header, signingInput, signature }: Jwt,
  jwk: JsonObject | undefined,
): Promise<boolean | undefined> {
  const { alg, crit } = header ?? {}
  const { kty, crv, x, y, n, e } = jwk ?? {}
  if (typeof alg !== 'string' || crit !== undefined) return undefined
  const message = octetsOf(signingInput)
  const value = signature ?? new Uint8Array()
  if (alg === 'ES256' && kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string') {
    const { verifiesP256 } = await import('../protocol/keys/p256.ts')
    return verifiesP256(message, value, { x, y })
  }
  if ((alg === 'EdDSA' || alg === 'Ed25519') && kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string')
    return verifiesEd25519(message, value, x)
  if ((alg === 'RS256' || alg === 'PS256') && kty === 'RSA' && typeof n === 'string' && typeof e === 'string') {
    if (n.length > LONGEST_MODULUS || e.length > 8) return undefined
    const { verifiesPkcs1, verifiesPss } = await import('../protocol/keys/rsa.ts')
    if (alg === 'RS256') return verifiesPkcs1(message, value, { n, e }, 'SHA-256')
    return verifiesPss(message, value, { n, e }, 'SHA-256', 32)
  }
  return undefined
}

async function verifiesEd25519(message: Uint8Array, signature: Uint8Array, x: string): Promise<boolean> {
  const key = fromBase64url(x)
  if (key?.length !== 32 || signature.length !== 64) return false
  const { ed25519 } = await import('@noble/curves/ed25519.js')
  try {
    return ed25519.verify(signature, message, key, { zip215: false })
  } catch {
    return false
  }
}
