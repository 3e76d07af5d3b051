/**
 * Checks DPoP proofs: a JWT for one request, signed with a key that it names itself (RFC 9449 §4).
 *
 * Knows no protection space, so that an authorization server can use it for its token endpoint (RFC 9449 §5). The steps are
 * the scheme's own, `dpop.<question>`: a service that hands them on names `dpop` among its `schemes`, for their words.
 */

import type { Env, Step } from '../../auth/scheme.ts'
import { type Transcript, transcript } from '../../auth/transcript.ts'
import { fieldsNamed } from '../../http/field.ts'
import type { HttpRequest } from '../../http/message.ts'
import { isObject, type Jwt, readJwt } from '../../jose/jwt.ts'
import type { P256Key } from '../../keys/p256.ts'
import { verifiesP256 } from '../../keys/p256.ts'
import { octetsOf, sameOctets } from '../../text/octets.ts'
import type { Span, Token } from '../../text/span.ts'
import { ALGS, p256Key, privateMember } from './proof-key.ts'
import { athLines, jktLines, outputOf, signingInputLine } from './proof-lines.ts'
import { type Asked, askedBy, sameTarget } from './target-uri.ts'

export interface ProofOptions {
  /** How far `iat` may be from the server's clock, in seconds, either way. */
  readonly lifetime: number
  /** `jti`s of the proofs that were taken before, as long as they could be taken again. */
  readonly seen: readonly string[]
  /** Nonces of this server that are still good; absent where it gives none. */
  readonly nonces?: readonly string[]
  /** The access token that is shown with the proof; absent at a token endpoint. */
  readonly token?: string
  /** The thumbprint of the key that it must be signed with: what a token is bound to; absent where any key will do. */
  readonly jkt?: string
}

/**
 * The `error` for a resource server's challenge (RFC 9449 §7.1, §9) and the sentence for `error_description`. It is
 * `invalid_token` only where the proof is right, but signed with another key than `jkt` names.
 */
export interface ProofRefusal {
  readonly kind: 'invalid_dpop_proof' | 'use_dpop_nonce' | 'invalid_token'
  readonly description: string
}

export type ProofResult = { readonly steps: readonly Step[] } & (
  | {
      readonly result: 'verified'
      /** The key that signed it, and its thumbprint: the `jkt` that a token is bound to (RFC 9449 §6.1). */
      readonly key: P256Key
      readonly jkt: string
      /** To be remembered until `lifetime` seconds after `issued` (milliseconds since 1970). */
      readonly jti: string
      readonly issued: number
      /** The nonce that it was made with, where the server gives some. */
      readonly nonce?: string
    }
  | { readonly result: 'refused'; readonly refusal: ProofRefusal }
)

/** A request's proof: there must be one field `DPoP`, and what stands in it must be right for this request. */
export function checkProof(request: HttpRequest, env: Pick<Env, 'now'>, options: ProofOptions): ProofResult {
  const notes = transcript('dpop', 'RFC 9449 §4.3')
  const proof = findProof(request, notes)
  if ('kind' in proof) return { steps: notes.steps, result: 'refused', refusal: proof }
  const checked = verifyProof(proof, askedBy(request), env, options)
  return { ...checked, steps: [...notes.steps, ...checked.steps] }
}

/** The value of the one field `DPoP`; or what is wrong with their number. */
export function findProof(request: HttpRequest, { ask }: Pick<Transcript, 'ask'>): Token | ProofRefusal {
  const fields = fieldsNamed(request, 'DPoP')
  const [field] = fields
  const knew = { count: String(fields.length) }
  const looked = { saw: fields.map(({ span }) => span), knew, cite: 'RFC 9449 §4.3' } as const
  if (ask('form', 'proof-sent', fields.length === 1, looked) && field) return field.value
  return { kind: 'invalid_dpop_proof', description: `There ${field ? 'are several DPoP proofs' : 'is no DPoP proof'}` }
}

/** Whether a proof is right for a request. Asks in order, and stops at the first question that fails. */
export function verifyProof(proof: Token, asked: Asked, env: Pick<Env, 'now'>, options: ProofOptions): ProofResult {
  const notes = transcript('dpop', 'RFC 9449 §4.3')
  const { steps } = notes
  const refused = (refusal: ProofRefusal) => ({ steps, result: 'refused', refusal }) as const
  const jwt = readJwt(proof)
  const saw = jwt.parts.map(({ span }) => span)
  const signed = signedBy(jwt, proof, saw, notes)
  if (typeof signed === 'string') return refused({ kind: 'invalid_dpop_proof', description: signed })
  const claims = readClaims(jwt, saw, options, notes)
  if (typeof claims === 'string') return refused({ kind: 'invalid_dpop_proof', description: claims })
  const wrong = misused(claims, asked, saw, options, notes)
  if (wrong !== undefined) return refused({ kind: 'invalid_dpop_proof', description: wrong })
  const workings = jktLines(signed)
  const jkt = outputOf(workings)
  const wanted = options.jkt ?? jkt
  const bound = { saw: saw.slice(0, 1), knew: { wants: wanted, got: jkt }, workings, cite: 'RFC 9449 §6.1' } as const
  if (options.jkt !== undefined && !notes.ask('valid', 'binding', jkt === wanted, bound))
    return refused({ kind: 'invalid_token', description: 'Invalid DPoP key binding' })
  const stale = untimely(claims, env, saw, options, notes)
  if (stale) return refused(stale)
  return { steps, result: 'verified', key: signed, jkt, jti: claims.jti, issued: claims.issued, nonce: claims.nonce }
}

type Ask = Pick<Transcript, 'ask' | 'moot'>

/** The key, if the proof is a JWT that is signed with the key that it names (RFC 9449 §4.3); or what is wrong with it. */
function signedBy(
  jwt: Jwt,
  proof: Token,
  [inHeader = proof.span, ...others]: readonly Span[],
  { ask }: Ask,
): P256Key | string {
  const [fault] = jwt.faults
  const part = { part: fault?.code.startsWith('parts') ? 'JWT' : (fault?.code.split('-')[0] ?? '') }
  if (!ask('valid', 'proof-readable', !fault, { saw: [fault?.span ?? proof.span], knew: part }))
    return 'The DPoP proof is not a JWT'
  const saw = [inHeader]
  const { typ, alg, crit, jwk } = jwt.header ?? {}
  const text = (value: unknown) =>
    typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
  const typed = { saw, knew: { got: text(typ), wants: 'dpop+jwt' }, cite: 'RFC 9449 §11.5' } as const
  if (!ask('valid', 'proof-typ', typ === 'dpop+jwt', typed)) return 'The DPoP proof has the wrong type'
  const knew = { alg: text(alg), accepted: ALGS.join(', ') }
  const known = typeof alg === 'string' && ALGS.includes(alg)
  if (!ask('valid', 'proof-alg', known, { saw, knew, cite: 'RFC 9449 §11.6' }))
    return 'The DPoP proof is signed with an algorithm that is not accepted'
  const plain = { saw, knew: { crit: text(crit) }, cite: 'RFC 7515 §4.1.11' } as const
  if (!ask('valid', 'proof-critical', crit === undefined, plain))
    return 'The DPoP proof needs an extension that is not supported'
  const named: typeof jwk = isObject(jwk) ? jwk : undefined
  const secret = named && privateMember(named)
  if (!ask('valid', 'proof-public', secret === undefined, { saw, knew: { member: secret ?? '' } }))
    return 'The DPoP proof contains a private key'
  const key = named && p256Key(named)
  if (!ask('valid', 'proof-key', key !== undefined, { saw, cite: 'RFC 9449 §4.2' }) || !key)
    return 'The DPoP proof has no public key for its algorithm'
  const fits = verifiesP256(octetsOf(jwt.signingInput), jwt.signature ?? new Uint8Array(), key)
  const pieces = [key.x, ', ', key.y, ', signing input, signature'].map((piece) => ({ text: piece }))
  const workings = [
    signingInputLine(jwt.signingInput),
    { name: 'verified', apply: 'ES256', input: pieces, output: String(fits) },
  ]
  if (!ask('valid', 'proof-signature', fits, { saw: [inHeader, ...others], workings }))
    return 'The signature of the DPoP proof is wrong'
  return key
}

interface ProofClaims {
  readonly jti: string
  readonly htm: string
  readonly htu: string
  readonly ath: string
  /** Milliseconds since 1970. */
  readonly issued: number
  readonly nonce?: string
}

/** So that nobody fills the server's memory (RFC 9449 §11.1). */
const LONGEST_JTI = 200

/** The claims that must be there, each of its kind (RFC 9449 §4.2); `nonce` is asked for later, as it can be had then. */
function readClaims({ claims = {} }: Jwt, saw: readonly Span[], { token }: ProofOptions, { ask }: Ask) {
  const { jti, htm, htu, iat, ath, nonce } = claims
  const issued = typeof iat === 'number' ? new Date(iat * 1000).getTime() : Number.NaN
  const short = typeof jti === 'string' && jti !== '' && jti.length <= LONGEST_JTI
  const right = {
    jti: short,
    htm: typeof htm === 'string',
    htu: typeof htu === 'string',
    iat: !Number.isNaN(issued),
    ath: token === undefined || typeof ath === 'string',
  }
  const wrong = Object.entries(right).flatMap(([name, holds]) => (holds ? [] : [name]))
  const cite = 'RFC 9449 §4.2' as const
  if (
    !ask('valid', 'proof-claims', wrong.length === 0, { saw: saw.slice(1, 2), knew: { wrong: wrong.join(', ') }, cite })
  )
    return `The DPoP proof lacks ${wrong.join(', ')}`
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const read: ProofClaims = { jti: text(jti), htm: text(htm), htu: text(htu), ath: text(ath), issued }
  return typeof nonce === 'string' ? { ...read, nonce } : read
}

/** Was the proof made for this method, this URI and this token? (RFC 9449 §4.3) */
function misused(
  { htm, htu, ath }: ProofClaims,
  { method, url, saw: place }: Asked,
  parts: readonly Span[],
  { token }: ProofOptions,
  { ask }: Ask,
): string | undefined {
  const inClaims = parts.slice(1, 2)
  const saw = (span: Span | undefined) => (span ? [...inClaims, span] : inClaims)
  if (!ask('valid', 'htm', htm === method, { saw: saw(place?.method), knew: { htm, method } }))
    return 'The DPoP proof is for another method'
  if (!ask('valid', 'htu', sameTarget(htu, url), { saw: saw(place?.target), knew: { htu, url } }))
    return 'The DPoP proof is for another URI'
  if (token === undefined) return undefined
  const workings = athLines(token)
  const fits = sameOctets(octetsOf(ath), octetsOf(outputOf(workings)))
  if (!ask('valid', 'ath', fits, { saw: inClaims, knew: { ath }, workings }))
    return 'The DPoP proof is for another access token'
  return undefined
}

/** Is it fresh, and shown for the first time? (RFC 9449 §8, §9, §11.1) */
function untimely(
  { jti, issued, nonce }: ProofClaims,
  env: Pick<Env, 'now'>,
  parts: readonly Span[],
  { nonces, seen, lifetime }: ProofOptions,
  { ask, moot }: Ask,
): ProofRefusal | undefined {
  const saw = parts.slice(1, 2)
  if (!nonces) moot('fresh', 'nonce', { saw, cite: 'RFC 9449 §9' })
  else {
    const known = nonce !== undefined && nonces.includes(nonce)
    if (!ask('fresh', 'nonce', known, { saw, knew: { nonce: nonce ?? '–' }, cite: 'RFC 9449 §9' }))
      return { kind: 'use_dpop_nonce', description: 'The DPoP proof needs the nonce of this server' }
  }
  const now = env.now()
  const knew = { issued: new Date(issued).toISOString(), now: new Date(now).toISOString(), lifetime: String(lifetime) }
  const near = Math.abs(now - issued) <= lifetime * 1000
  if (!ask('fresh', 'iat', near, { saw, knew, cite: 'RFC 9449 §11.1' }))
    return { kind: 'invalid_dpop_proof', description: 'The DPoP proof was not made just now' }
  if (!ask('fresh', 'jti', !seen.includes(jti), { saw, knew: { jti }, cite: 'RFC 9449 §11.1' }))
    return { kind: 'invalid_dpop_proof', description: 'The DPoP proof was used before' }
  return undefined
}
