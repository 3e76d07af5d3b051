/** Mints access tokens as authorization servers do, for the simulated world (RFC 9068 §2). */

import type { JsonObject } from './jwt.ts'
import { type JwtKey, signJwt } from './sign.ts'

/** RFC 9068 §2.2: all of them required but `scope`, `nbf` and what an authorization server adds. Instants in seconds. */
export type AccessClaims = JsonObject & {
  readonly iss: string
  readonly sub: string
  readonly aud: string | readonly string[]
  readonly client_id: string
  readonly jti: string
  readonly iat: number
  readonly exp: number
  readonly nbf?: number
  readonly scope?: string
}

/**
 * `typ` says that it is an access token, so that nobody takes an ID token for one (RFC 9068 §2.1).
 * Departures: RFC 9068 §2.1 recommends an asymmetric algorithm; with HS256 a person can calculate along.
 */
export const mintAccessToken = (claims: AccessClaims, key: JwtKey): string => signJwt({ typ: 'at+jwt' }, claims, key)
