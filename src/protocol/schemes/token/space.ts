/** How a server with tokens is set up. It keeps their hashes only. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { ProtectionSpace } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'

export type Stored = {
  /** SHA-256 of the token in hex. A long random token needs no slow hash, unlike a password. */
  readonly sha256: string
  /** Id of the user. */
  readonly user: string
  readonly revoked?: boolean
}

export type TokenSettings = {
  /** Whose manners the server has: `Token <token>`, or `Token token="<token>"` as well. */
  readonly style: 'django' | 'rails'
  readonly tokens: readonly Stored[]
  /** All its tokens begin so, with an underscore behind, and end in a checksum. */
  readonly prefix?: string
}
export type Space = ProtectionSpace<TokenSettings, null>

export const hashOf = (token: string): string => hex(sha256(octetsOf(token)))
