/** How an origin is set up that takes private tokens, and what it remembers: its challenges, and the tokens that are spent. */

import type { Env, ProtectionSpace, User } from '../../auth/scheme.ts'
import type { RsaKey } from '../../keys/rsa.ts'
import { hex } from '../../text/octets.ts'
import { digestOf } from './issuer-key.ts'
import { BLIND_RSA, writeChallenge } from './structures.ts'

export type PrivateTokenSettings = {
  /** The issuer's name: a host (RFC 9577 §2.1.1.1). */
  readonly issuer: string
  /** The issuer's public keys, the one for new tokens first. */
  readonly keys: readonly RsaKey[]
  /** `origin_info`: names with a comma between; empty for tokens that are good anywhere. */
  readonly origins: string
  /** `fresh`: each challenge has a context of its own. `none`: tokens may be fetched beforehand (RFC 9577 §2.1.1.2). */
  readonly context: 'fresh' | 'none'
  /** Seconds for which a challenge with a context is good. */
  readonly maxAge: number
}

/** By digest in hex: when a challenge was made. Nonces of spent tokens, in hex. */
export type PrivateTokenMemory = {
  readonly challenges: Readonly<Record<string, number>>
  readonly spent: readonly string[]
} | null
export type Space = ProtectionSpace<PrivateTokenSettings, PrivateTokenMemory>

/**
 * Whoever brings a token. The origin learns no name, so it has none to give: N. N., nomen nescio. No roles either: a token
 * says that somebody was vouched for, and nothing else.
 */
export const NOBODY: User = { id: 'n-n', name: 'N. N.', roles: [], secrets: [] }

/** Challenges are remembered longer than they are good, so that a late token can be told from a strange one. */
const REMEMBERED = 86_400_000

export const memoryOf = ({ memory }: Space): NonNullable<PrivateTokenMemory> => memory ?? { challenges: {}, spent: [] }

export const challengeOf = ({ settings }: Space, context: Uint8Array): Uint8Array =>
  writeChallenge({ type: BLIND_RSA, issuer: settings.issuer, context, origins: settings.origins })

/** A challenge to be sent, and the space that knows it again. */
export function newChallenge(space: Space, env: Env): { readonly challenge: Uint8Array; readonly space: Space } {
  if (space.settings.context === 'none') return { challenge: challengeOf(space, new Uint8Array()), space }
  const challenge = challengeOf(space, env.random(32))
  const memory = memoryOf(space)
  const recent = Object.entries(memory.challenges).filter(([, made]) => env.now() - made <= REMEMBERED)
  const challenges = { ...Object.fromEntries(recent), [hex(digestOf(challenge))]: env.now() }
  return { challenge, space: { ...space, memory: { ...memory, challenges } } }
}

/** When the challenge of that digest was made: `always` where all are the same, undefined where it is none of ours. */
export function madeAt(space: Space, digest: Uint8Array): number | 'always' | undefined {
  const key = hex(digest)
  if (space.settings.context === 'none')
    return key === hex(digestOf(challengeOf(space, new Uint8Array()))) ? 'always' : undefined
  return memoryOf(space).challenges[key]
}

export const isSpent = (space: Space, nonce: Uint8Array): boolean => memoryOf(space).spent.includes(hex(nonce))

export function spend(space: Space, nonce: Uint8Array): Space {
  const memory = memoryOf(space)
  return { ...space, memory: { ...memory, spent: [...memory.spent, hex(nonce)] } }
}
