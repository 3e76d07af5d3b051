/** How an OAuth 1.0 server is set up, and what it remembers. */

import type { ProtectionSpace } from '../../auth/scheme.ts'
import type { RsaKey } from '../../keys/rsa.ts'
import type { Method } from './signature.ts'

/** A program that was registered (RFC 5849 §1.1, client credentials). */
export type Client = {
  readonly key: string
  /** For people: on the page where they allow it something. */
  readonly name: string
  /** Shared with the server; empty for a client that has a key of its own. */
  readonly secret: string
  /** Its public key, for RSA-SHA1 (RFC 5849 §3.4.3). */
  readonly rsa?: RsaKey
}

/** What lets one client act for one user (RFC 5849 §1.1, token credentials). */
export type Token = {
  readonly token: string
  readonly secret: string
  /** Key of the client that it was issued to. */
  readonly client: string
  /** Id of the user. */
  readonly user: string
  readonly revoked?: boolean
}

/** A nonce that was used, with what it must be unique for (RFC 5849 §3.3). */
export type Use = {
  /** Seconds since 1970, as the client wrote them. */
  readonly at: number
  readonly nonce: string
  readonly client: string
  readonly token: string
}

export type OAuthSettings = {
  /** Those that the server takes. */
  readonly methods: readonly Method[]
  /** Seconds by which a timestamp may be off, either way. */
  readonly skew: number
  readonly clients: readonly Client[]
  readonly tokens: readonly Token[]
}

/** `null` at first. */
export type OAuthMemory = {
  /** Issued since (RFC 5849 §2.3). */
  readonly tokens: readonly Token[]
  readonly used: readonly Use[]
} | null

export type Space = ProtectionSpace<OAuthSettings, OAuthMemory>

export const tokensOf = ({ settings, memory }: Space): readonly Token[] => [
  ...settings.tokens,
  ...(memory?.tokens ?? []),
]

/** The space that knows this token, too: how whoever issues tokens tells the server of the resources. */
export const grant = (space: Space, token: Token): Space => ({
  ...space,
  memory: { used: space.memory?.used ?? [], tokens: [...(space.memory?.tokens ?? []), token] },
})

/** The uses with this one; those that the timestamp alone refuses by now are forgotten (RFC 5849 §3.3). */
export const withUse = (used: readonly Use[], use: Use, now: number, skew: number): readonly Use[] => [
  ...used.filter(({ at }) => Math.abs(now - at) <= skew),
  use,
]
