/** How a server that wants signed requests is set up, and what it remembers. */

import type { ProtectionSpace } from '../../auth/scheme.ts'
import type { Policy, Uses } from '../../signatures/examination.ts'
import type { VerifyingKey } from '../../signatures/sign.ts'

type StoredKey = VerifyingKey & {
  readonly keyid: string
  /** Id of the user whose it is. */
  readonly user: string
}

export type SignatureSettings = {
  /** The label that the server proposes. */
  readonly label: string
  /** Names of the components that must be covered: `@method`, `content-digest`. */
  readonly components: readonly string[]
  readonly tag?: string
  /** Seconds. */
  readonly maxAge: number
  readonly keys: readonly StoredKey[]
}

/** The nonces that were used; `null` at first. */
export type SignatureMemory = { readonly uses: Uses } | null
export type Space = ProtectionSpace<SignatureSettings, SignatureMemory>

/** Without an instant and a nonce a signature could be sent again for ever (RFC 9421 §7.2.2). */
export const policyOf = ({ settings: { components, tag, maxAge } }: Space): Policy => ({
  components,
  params: ['created', 'keyid', 'nonce'],
  tag,
  maxAge,
})
