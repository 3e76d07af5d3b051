/** How a resource server that takes GNAP's tokens is set up, and which tokens it knows. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { ProtectionSpace } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import type { Policy, Uses } from '../../signatures/examination.ts'
import type { VerifyingKey } from '../../signatures/sign.ts'
import { base64url, octetsOf } from '../../text/octets.ts'

/** A client's key, with the name that its signatures give it. */
export type ClientKey = VerifyingKey & { readonly keyid: string }

export type IssuedToken = {
  /** Id of the user for whom the client acts. */
  readonly user: string
  /** The key that the token is bound to (RFC 9635 §7.2). */
  readonly key: ClientKey
  readonly access: readonly string[]
  /** Milliseconds since 1970. */
  readonly expires: number
}

export type GnapSettings = {
  /** The grant endpoint of the authorization server (RFC 9635 §9.1). */
  readonly asUri: string
  /** A reference to the access that is needed here. */
  readonly access: string
  /** Seconds for which a signature is good. */
  readonly maxAge: number
}
/** By the hash of the token; `null` at first. */
export type GnapMemory = { readonly tokens: Readonly<Record<string, IssuedToken>>; readonly uses: Uses } | null
export type Space = ProtectionSpace<GnapSettings, GnapMemory>

/** A server that keeps hashes gives no token away. */
export const tokenHash = (token: string): string => base64url(sha256(octetsOf(token)))

export const tokenNamed = ({ memory }: Pick<Space, 'memory'>, token: string): IssuedToken | undefined =>
  new Map(Object.entries(memory?.tokens ?? {})).get(tokenHash(token))

/** What a client signs with `httpsig` (RFC 9635 §7.3.1). */
export const componentsFor = (request: HttpRequest, authorized: boolean): readonly string[] => [
  '@method',
  '@target-uri',
  ...(authorized ? ['authorization'] : []),
  ...(request.body.text === '' ? [] : ['content-digest']),
]

export const TAG = 'gnap'

export const policyFor = (request: HttpRequest, authorized: boolean, maxAge: number): Policy => ({
  components: componentsFor(request, authorized),
  params: ['created', 'keyid'],
  tag: TAG,
  maxAge,
})
