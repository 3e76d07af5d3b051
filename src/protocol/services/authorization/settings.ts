/** What the authorization server is set up with: its name, its keys, its clients, and for how long things are good. */

import type { JwtKey } from '../../jose/sign.ts'
import type { P256Key } from '../../keys/p256.ts'
import type { RsaPrivateKey } from '../../keys/rsa.ts'

/** How a client proves that it is that client (RFC 7591 §2, `token_endpoint_auth_method`). */
export const CLIENT_METHODS = ['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'] as const
export type ClientMethod = (typeof CLIENT_METHODS)[number]

export const ID_TOKEN_ALGORITHMS = ['ES256', 'RS256'] as const
export type IdTokenAlgorithm = (typeof ID_TOKEN_ALGORITHMS)[number]

export const DEVICE_GRANT = 'urn:ietf:params:oauth:grant-type:device_code'

/** How somebody logged in (`acr`, RFC 9470 §4): with a password alone, or with a second factor. */
export const PASSWORD = 'urn:example:password'
export const TWO_FACTORS = 'urn:example:two-factors'

export type Client = {
  readonly id: string
  readonly name: string
  /** Id of the user whose program it is: tokens that the client gets for itself are theirs to use. */
  readonly owner: string
  readonly method: ClientMethod
  readonly secret?: string
  readonly key?: P256Key
  /** Compared character by character (RFC 9700 §4.1.3). */
  readonly redirects: readonly string[]
  /** As registered: `authorization_code`, `refresh_token` (RFC 7591 §2). */
  readonly grants: readonly string[]
  /** All that it may ask for, parted by spaces. */
  readonly scope: string
  /** Its authorization requests must be pushed (RFC 9126 §6). */
  readonly pushes?: boolean
  /** Its tokens must be bound to a key (RFC 9449 §5.2). */
  readonly bound?: boolean
  readonly idToken?: IdTokenAlgorithm
}

/** A document that stands at its own address, which is the client's id. Modelled: it is not fetched. */
export type ClientDocument = { readonly [member: string]: string | readonly string[] | boolean }

export type Settings = {
  /** Its name, and the beginning of all its addresses (RFC 8414 §2). */
  readonly issuer: string
  /** The resource that tokens are for if the client names none. */
  readonly audience: string
  /** Resources that a client may name (RFC 8707 §2). */
  readonly resources: readonly string[]
  readonly scopes: readonly string[]
  /** Shared with the resources: it signs access tokens. */
  readonly accessKey: JwtKey
  /** They sign ID tokens. The public halves stand in the JWK set. */
  readonly idKeys: {
    readonly ES256: { readonly kid: string; readonly d: string }
    readonly RS256: RsaPrivateKey & { readonly kid: string }
  }
  readonly clients: readonly Client[]
  /** By their addresses. */
  readonly documents: Readonly<Record<string, ClientDocument>>
  /** Ids of the protection spaces that learn which tokens were revoked. */
  readonly tells: readonly string[]
  /** In seconds. */
  readonly lives: {
    readonly ticket: number
    readonly session: number
    readonly code: number
    readonly access: number
    readonly refresh: number
    readonly pushed: number
    readonly device: number
    readonly nonce: number
  }
}
