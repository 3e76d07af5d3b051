/** How a push service is set up: whose keys it knows, and which subscriptions were made for which of them. */

import type { ProtectionSpace } from '../../auth/scheme.ts'

export type VapidSettings = {
  /** The origin of the push service, which tokens must be for: `https://push.example.com`. */
  readonly origin: string
  /** The keys of application servers: uncompressed points, base64url; `user` is an id. */
  readonly servers: readonly { readonly user: string; readonly key: string }[]
  /** Whose keys a subscription was made for, by its path; one that is not listed takes any key. */
  readonly subscriptions: Readonly<Record<string, readonly string[]>>
}
export type Space = ProtectionSpace<VapidSettings, null>

/** How far ahead a token may end: 24 hours, in milliseconds (RFC 8292 §2). */
export const LONGEST = 24 * 60 * 60_000
