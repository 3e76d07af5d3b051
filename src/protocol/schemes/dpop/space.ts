/** How a server that wants DPoP is set up, and what it remembers: its nonces, and the proofs that it took. */

import type { Env, FieldDraft, ProtectionSpace } from '../../auth/scheme.ts'
import { base64url } from '../../text/octets.ts'
import type { AccessSettings } from '../bearer/access.ts'

export type DpopSettings = AccessSettings & {
  /** Announced in challenges: what a client should ask for. */
  readonly scope?: string
  /** How far a proof's `iat` may be from the server's clock, in seconds. */
  readonly lifetime: number
  /** How long a nonce is good, in seconds; absent where the server gives none. */
  readonly nonceLifetime?: number
}

/** Instants in milliseconds since 1970; `null` at first. */
export type DpopMemory = {
  /** The newest last. */
  readonly nonces: readonly { readonly nonce: string; readonly made: number }[]
  /** A `jti`, as long as its proof could be shown again. */
  readonly proofs: readonly { readonly jti: string; readonly until: number }[]
} | null
export type DpopSpace = ProtectionSpace<DpopSettings, DpopMemory>

/** The nonces that are still good; undefined where the server gives none. */
export function goodNonces(
  { settings: { nonceLifetime }, memory }: DpopSpace,
  env: Env,
): readonly string[] | undefined {
  if (nonceLifetime === undefined) return undefined
  const alive = memory?.nonces.filter(({ made }) => env.now() - made <= nonceLifetime * 1000)
  return alive?.map(({ nonce }) => nonce) ?? []
}

/** The `jti`s that must not come again. */
export const seenProofs = ({ memory }: DpopSpace): readonly string[] => memory?.proofs.map(({ jti }) => jti) ?? []

/** The space that remembers this proof as well, and forgets those that are too old to be taken anyway. */
export function withProof(
  space: DpopSpace,
  proof: { readonly jti: string; readonly issued: number },
  env: Env,
): DpopSpace {
  const { memory, settings } = space
  const until = proof.issued + settings.lifetime * 1000
  const proofs = (memory?.proofs ?? []).filter((each) => each.until >= env.now())
  return { ...space, memory: { nonces: memory?.nonces ?? [], proofs: [...proofs, { jti: proof.jti, until }] } }
}

/** A nonce in the first half of its life: the newest, or one that is made now (RFC 9449 §8: clients keep only one). */
export function currentNonce(space: DpopSpace, env: Env): { readonly nonce: string; readonly space: DpopSpace } {
  const { memory, settings } = space
  const { nonceLifetime = 0 } = settings
  const age = (made: number) => env.now() - made
  const newest = memory?.nonces.at(-1)
  if (newest && age(newest.made) <= nonceLifetime * 500) return { nonce: newest.nonce, space }
  const nonce = base64url(env.random(18))
  const alive = (memory?.nonces ?? []).filter(({ made }) => age(made) <= nonceLifetime * 1000)
  const nonces = [...alive, { nonce, made: env.now() }]
  return { nonce, space: { ...space, memory: { nonces, proofs: memory?.proofs ?? [] } } }
}

/** A response with a nonce must not come out of a cache (RFC 9449 §8.2). */
export const nonceFields = (nonce: string): readonly FieldDraft[] => [
  ['DPoP-Nonce', nonce],
  ['Cache-Control', 'no-store'],
]
