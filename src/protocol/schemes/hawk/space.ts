/** How a Hawk server is set up, and what it remembers. */

import type { Env, ProtectionSpace } from '../../auth/scheme.ts'
import type { Algorithm } from './mac.ts'

/** The server keeps each key as it is: it has to calculate with it (Hawk, plaintext storage of credentials). */
export type Stored = {
  readonly keyId: string
  readonly key: string
  readonly algorithm: Algorithm
  /** Id of the user. */
  readonly user: string
  /** Id of the only program that may use it. */
  readonly app?: string
}

export type HawkSettings = {
  readonly keys: readonly Stored[]
  /** Seconds by which a timestamp may be off, either way; 60 is usual. */
  readonly skew: number
  /** Whether a body must be hashed, or need not be. */
  readonly payload: 'required' | 'optional'
  /** The type of what its resources answer: where it is given, the server hashes its answers, too. */
  readonly contentType?: string
  /** What the server says in `ext` of its own. */
  readonly ext?: string
}

/** A nonce is good once with its timestamp and key. */
export type Use = { readonly at: number; readonly nonce: string; readonly keyId: string }

/** `null` at first. */
export type HawkMemory = { readonly used: readonly Use[] } | null
export type Space = ProtectionSpace<HawkSettings, HawkMemory>

/** The virtual clock in whole seconds. */
export const secondsOf = (env: Env): number => Math.floor(env.now() / 1000)

export const wasUsed = ({ memory }: Space, { at, nonce, keyId }: Use): boolean =>
  memory?.used.some((each) => each.at === at && each.nonce === nonce && each.keyId === keyId) ?? false

/** The space that remembers this use as well; those that the timestamp alone refuses by now are forgotten. */
export function remember(space: Space, use: Use, now: number): Space {
  const fresh = space.memory?.used.filter(({ at }) => Math.abs(now - at) <= space.settings.skew) ?? []
  return { ...space, memory: { used: [...fresh, use] } }
}
