/** What the authorization server remembers. Codes and tokens are kept as hashes: whoever reads them here can't use them. */

import { sha256 } from '@noble/hashes/sha2.js'
import { base64url, octetsOf } from '../../text/octets.ts'
import type { Client } from './settings.ts'

/** An authorization request that passed all questions (RFC 6749 §4.1.1). */
export type AuthorizationRequest = {
  readonly client: string
  readonly redirect: string
  /** Whether the client named it: then it must name it again (RFC 6749 §4.1.3). */
  readonly named: boolean
  readonly state?: string
  readonly scope: string
  readonly resources: readonly string[]
  /** `code_challenge` (RFC 7636 §4.2). */
  readonly challenge: string
  readonly nonce?: string
  readonly acr?: string
  readonly maxAge?: number
  /** Thumbprint of the key that the tokens must be bound to (RFC 9449 §10). */
  readonly jkt?: string
}

/** Somebody who is logged in. Instants in milliseconds since 1970. */
export type Session = {
  readonly id: string
  readonly user: string
  readonly at: number
  readonly acr: string
}

/** A person who is between two pages. Modelled: it stands for what a browser's cookie would say. */
export type Ticket = {
  readonly id: string
  readonly request: AuthorizationRequest
  readonly session?: Session
  readonly expires: number
}

export type Code = {
  readonly hash: string
  readonly request: AuthorizationRequest
  readonly session: Session
  readonly expires: number
  /** Id of the grant that came of it: a code is good for one. */
  readonly grant?: string
}

/** What somebody was granted once, and all the tokens that came of it: they are taken back together. */
export type Grant = {
  readonly id: string
  readonly client: string
  /** Id of the user; that of the client where it acts for itself. */
  readonly subject: string
  readonly scope: string
  readonly resources: readonly string[]
  readonly session?: Session
  /** Thumbprint of the key that a public client's refresh tokens are bound to (RFC 9449 §5). */
  readonly jkt?: string
  /** The ids (`jti`) of its access tokens. */
  readonly tokens: readonly string[]
  readonly revoked?: boolean
}

export type Refresh = {
  readonly hash: string
  readonly grant: string
  readonly expires: number
  readonly used?: boolean
}

/** The parameters of a pushed authorization request (RFC 9126 §2.2). */
export type Pushed = {
  readonly uri: string
  readonly client: string
  readonly parameters: string
  readonly expires: number
  readonly used?: boolean
}

/** A device that waits for its person (RFC 8628 §3.2). */
export type Device = {
  readonly hash: string
  readonly code: string
  readonly client: string
  readonly scope: string
  readonly resources: readonly string[]
  readonly expires: number
  /** Seconds between two polls; grows when the device is too fast. */
  readonly interval: number
  readonly polled?: number
  readonly session?: Session
  readonly decision?: 'allowed' | 'denied' | 'used'
}

export type Memory = {
  readonly tickets: readonly Ticket[]
  readonly sessions: readonly Session[]
  readonly codes: readonly Code[]
  readonly grants: readonly Grant[]
  readonly refreshes: readonly Refresh[]
  /** Ids (`jti`) of access tokens that were taken back. */
  readonly revoked: readonly string[]
  /** How many access tokens were issued. */
  readonly issued: number
  /** Ids of assertions and proofs that were used, as long as they could be shown again (milliseconds since 1970). */
  readonly seen: readonly { readonly id: string; readonly until: number }[]
  /** For proofs of possession; instants in milliseconds since 1970. */
  readonly nonces: readonly { readonly nonce: string; readonly expires: number }[]
  readonly pushed: readonly Pushed[]
  readonly devices: readonly Device[]
  readonly registered: readonly Client[]
}

export const EMPTY: Memory = {
  tickets: [],
  sessions: [],
  codes: [],
  grants: [],
  refreshes: [],
  revoked: [],
  issued: 0,
  seen: [],
  nonces: [],
  pushed: [],
  devices: [],
  registered: [],
}

/** The memory that knows one more id, and forgets those whose bearers would be too old anyway. */
export function withSeen(memory: Memory, id: string, until: number, now: number): Memory {
  return { ...memory, seen: [...memory.seen.filter((each) => each.until >= now), { id, until }] }
}

/** So many entries are kept of a kind: a server that goes on for days doesn't grow. */
const MOST = 1000

/** The memory without what is older than the newest entries of its kind. */
export function bounded(memory: Memory): Memory {
  const long = Object.entries(memory).flatMap(([name, kept]) =>
    Array.isArray(kept) && kept.length > MOST ? [[name, kept.slice(-MOST)] as const] : [],
  )
  return long.length === 0 ? memory : { ...memory, ...Object.fromEntries(long) }
}

export const hashOf = (secret: string): string => base64url(sha256(octetsOf(secret)))

/** The list with that element in the place of the one that it replaces. */
export const replaced = <T>(list: readonly T[], before: T, after: T): readonly T[] =>
  list.map((each) => (each === before ? after : each))

/** All tokens of a grant are taken back, and no more can come of it (RFC 6749 §4.1.2, RFC 9700 §4.14.2). */
export function revokeGrant(memory: Memory, id: string): Memory {
  const grant = memory.grants.find((each) => each.id === id)
  if (!grant || grant.revoked) return memory
  return {
    ...memory,
    grants: replaced(memory.grants, grant, { ...grant, revoked: true }),
    revoked: [...new Set([...memory.revoked, ...grant.tokens])],
  }
}
