/** How a server with API keys is set up. It keeps the hashes of their secrets only. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { ProtectionSpace } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'

export type Stored = {
  readonly keyId: string
  /** SHA-256 of the secret in hex. A long random secret needs no slow hash, unlike a password. */
  readonly sha256: string
  /** Id of the user. */
  readonly user: string
  readonly invalidated?: boolean
  /** Milliseconds since 1970. */
  readonly expires?: number
}

export type ApiKeySettings = { readonly keys: readonly Stored[] }
export type Space = ProtectionSpace<ApiKeySettings, null>

export const hashOf = (secret: string): string => hex(sha256(octetsOf(secret)))
