/** How a server that wants such signatures is set up. It remembers nothing: the draft has no nonce. */

import type { ProtectionSpace } from '../../auth/scheme.ts'
import type { VerifyingKey } from '../../signatures/sign.ts'

export type CavageSettings = {
  /** What must be covered: `(request-target)`, `host`. */
  readonly headers: readonly string[]
  /** Seconds that a signature is good for. */
  readonly maxAge: number
  /** With the id of the user whose it is. */
  readonly keys: readonly (VerifyingKey & { readonly keyId: string; readonly user: string })[]
}
export type Space = ProtectionSpace<CavageSettings, null>

/** What the draft called the algorithms of our keys; Ed25519 came later and hides behind `hs2019` (§2.1.3). */
export const OLD_NAMES: Readonly<Record<VerifyingKey['alg'], string | undefined>> = {
  'hmac-sha256': 'hmac-sha256',
  'rsa-v1_5-sha256': 'rsa-sha256',
  'ecdsa-p256-sha256': 'ecdsa-sha256',
  'rsa-pss-sha512': undefined,
  ed25519: undefined,
}
