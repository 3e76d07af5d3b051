/** How a Digest server is set up, and what it remembers of its nonces. */

import type { Env, ProtectionSpace, User } from '../../auth/scheme.ts'
import type { AlgorithmName } from './hash.ts'
import { isOwnNonce, makeNonce, nonceTime } from './nonce.ts'

export type Qop = 'auth' | 'auth-int'

export type DigestSettings = {
  /** One challenge each, most preferred first; they share a nonce (RFC 7616 §3.7). */
  readonly algorithms: readonly AlgorithmName[]
  /** None: the old way of RFC 2069. */
  readonly qop: readonly Qop[]
  /** Empty: none is sent. */
  readonly opaque: string
  /** Seconds. */
  readonly nonceLifetime: number
  readonly userhash?: boolean
  readonly charset?: 'UTF-8'
  /** URIs with a space between (RFC 7616 §3.3). */
  readonly domain?: string
  /** Whether a nonce past half its life is replaced by `nextnonce` (RFC 7616 §3.5). */
  readonly nextnonce?: boolean
  /** The one nonce of a documented example. It never ages. */
  readonly nonce?: string
  /** Seals the nonces. */
  readonly secret: string
}

/** What came with a nonce. */
type NonceUse = {
  /** The counts, so that none is taken twice. */
  readonly seen: readonly number[]
  /** `nonce:cnonce` of the request that opened the session, for `-sess` (RFC 7616 §3.4.2). */
  readonly session?: string
}

/** When the nonce was made stands beside, so that whoever looks for old ones need not read them all. */
type KeptUse = NonceUse & { readonly made?: number }

/** By nonce; `null` at first. */
export type DigestMemory = { readonly nonces: Readonly<Record<string, KeptUse>> } | null
export type Space = ProtectionSpace<DigestSettings, DigestMemory>

export const newNonce = ({ settings }: Space, env: Env): string => settings.nonce ?? makeNonce(settings.secret, env)

export function knowsNonce({ settings }: Space, nonce: string): boolean {
  return settings.nonce === undefined ? isOwnNonce(nonce, settings.secret) : nonce === settings.nonce
}

/** In milliseconds since 1970; undefined for a nonce that never ages. */
const madeAt = ({ settings }: Space, nonce: string): number | undefined =>
  settings.nonce === undefined ? nonceTime(nonce) : undefined

/** In milliseconds; undefined for a nonce that never ages. */
export function nonceAge(space: Space, nonce: string, env: Env): number | undefined {
  const made = madeAt(space, nonce)
  return made === undefined ? undefined : env.now() - made
}

export const lifetime = ({ settings }: Space): number => settings.nonceLifetime * 1000

export function nonceUse({ memory }: Space, nonce: string): NonceUse {
  const use = memory && Object.hasOwn(memory.nonces, nonce) ? memory.nonces[nonce] : undefined
  return use ?? { seen: [] }
}

/** The space that remembers this use as well. Where the nonce is new to it, it forgets those that nobody can use any more. */
export function remember(space: Space, nonce: string, use: NonceUse, env: Env): Space {
  const before = space.memory?.nonces ?? {}
  const nonces = Object.hasOwn(before, nonce) ? before : alive(space, before, env)
  return { ...space, memory: { nonces: { ...nonces, [nonce]: { ...use, made: madeAt(space, nonce) } } } }
}

function alive(space: Space, nonces: Readonly<Record<string, KeptUse>>, env: Env): Readonly<Record<string, KeptUse>> {
  const oldest = env.now() - lifetime(space)
  return Object.fromEntries(Object.entries(nonces).filter(([, { made }]) => made === undefined || made >= oldest))
}

/** A name and a password of somebody, in Normalization Form C (RFC 7616 §4). */
export interface Account {
  readonly user: User
  readonly username: string
  readonly password: string
}

export const accounts = ({ users }: Space): readonly Account[] =>
  users.flatMap((user) => {
    const secret = user.secrets.find(({ kind }) => kind === 'password')
    if (secret?.username === undefined || secret.password === undefined) return []
    return [{ user, username: secret.username.normalize('NFC'), password: secret.password.normalize('NFC') }]
  })
