/** The access tokens that exist: really signed, and ageing from the moment the world's clock starts (RFC 9068). */

import { mintAccessToken } from '../../protocol/jose/access-token.ts'
import type { JwtKey } from '../../protocol/jose/sign.ts'

export const ISSUER = 'https://auth.example.com'
export const AUDIENCE = 'https://api.example.com'

/** Shared by the simulated authorization server and the resources. */
export const KEY: JwtKey = { kid: 'demo-2024', alg: 'HS256', k: 'cGxheWdyb3VuZC1kZW1vLXNpZ25pbmcta2V5LTMyYnl0ZXM' }
/** A key of somebody else: whatever it signs, the resources refuse. */
const FOREIGN_KEY: JwtKey = { ...KEY, k: 'c29tZWJvZHktZWxzZXMta2V5LW5vdC10aGUtc2VydmVycyE' }

export interface IssuedToken {
  /** Id of the secret: `<user>/<what is special about it>`. */
  readonly id: string
  readonly subject: string
  readonly scope: string
  readonly token: string
}

const MINUTE = 60_000
/** In minutes: long enough to be there still when somebody moves the clock on by an hour. */
const WORKDAY = 8 * 60

interface Order {
  readonly id: string
  readonly scope: string
  readonly minutes: number
  readonly audience?: string
  readonly key?: JwtKey
}

const ORDERS: readonly Order[] = [
  { id: 'aladdin/token', scope: 'read', minutes: WORKDAY },
  { id: 'mufasa/token', scope: 'read write', minutes: WORKDAY },
  { id: 'ada/token', scope: 'read write admin', minutes: WORKDAY },
  { id: 'scar/token', scope: 'read', minutes: WORKDAY },
  { id: 'mufasa/short', scope: 'read write', minutes: 5 },
  { id: 'mufasa/other-audience', scope: 'read write', minutes: WORKDAY, audience: 'https://mail.example.com' },
  { id: 'mufasa/forged', scope: 'read write admin', minutes: WORKDAY, key: FOREIGN_KEY },
  { id: 'mufasa/revoked', scope: 'read write', minutes: WORKDAY },
]

/** The token ids (`jti`) that the authorization server took back. */
export const REVOKED = ['mufasa/revoked']

/** Each is signed when somebody first looks at it: eight signatures would hold up the first screen. */
export function issue(clock: number): readonly IssuedToken[] {
  return ORDERS.map(({ id, scope, minutes, audience = AUDIENCE, key = KEY }) => {
    const subject = id.split('/')[0] ?? id
    const iat = Math.floor(clock / 1000)
    const exp = Math.floor((clock + minutes * MINUTE) / 1000)
    const claims = { iss: ISSUER, aud: audience, sub: subject, client_id: 'playground', scope, iat, exp, jti: id }
    let token: string | undefined
    return {
      id,
      subject,
      scope,
      get token() {
        token ??= mintAccessToken(claims, key)
        return token
      },
    }
  })
}
