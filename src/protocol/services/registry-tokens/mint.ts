/** The token: a JWT that says which actions on which things (Distribution, Token Authentication Implementation). */

import { mintAccessToken } from '../../jose/access-token.ts'
import type { JwtKey } from '../../jose/sign.ts'
import { type Access, printScope } from './scope.ts'

export interface Order {
  readonly issuer: string
  readonly key: JwtKey
  /** The registry that the token is for. */
  readonly service: string
  /** Id of the user; empty where nobody logged in. */
  readonly subject: string
  readonly client: string
  readonly access: readonly Access[]
  /** Seconds since 1970. */
  readonly now: number
  readonly lifetime: number
  /** Which token of this server's it is. */
  readonly number: number
}

/**
 * Departures: the registry's own documents have `typ` JWT and ES256 here. Ours is an access token after RFC 9068, and says
 * the same a second time in `scope`, one action each: that is what the simulated resource servers look at.
 */
export function mint({ issuer, key, service, subject, client, access, now, lifetime, number }: Order): string {
  const scope = access.flatMap((each) => each.actions.map((action) => printScope({ ...each, actions: [action] })))
  const times = { exp: now + lifetime, nbf: now, iat: now }
  return mintAccessToken(
    {
      iss: issuer,
      sub: subject,
      aud: service,
      client_id: client,
      ...times,
      jti: `registry-${number}`,
      access: access.map(({ type, name, actions }) => ({ type, name, actions })),
      scope: scope.join(' '),
    },
    key,
  )
}
