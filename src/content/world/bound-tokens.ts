/** Access tokens that say more than the usual ones: whose key they are bound to, how their user logged in. */

import type { Secret } from '../../protocol/auth/scheme.ts'
import { mintAccessToken } from '../../protocol/jose/access-token.ts'
import type { JsonObject } from '../../protocol/jose/jwt.ts'
import type { World } from '../../protocol/servers/world.ts'
import { AUDIENCE, ISSUER, KEY } from './tokens.ts'

/** What resource servers know of the issuer of all tokens. */
export const RESOURCE_SERVER = { audience: AUDIENCE, issuer: ISSUER, keys: [{ ...KEY }], tokens: [], revoked: [] }

/** In seconds: as long as all other tokens. */
const WORKDAY = 8 * 60 * 60

/** A token for the user that the id begins with, issued now. */
export function tokenFor({ clock }: Pick<World, 'clock'>, id: string, scope: string, more: JsonObject): string {
  const iat = Math.floor(clock / 1000)
  const who = { iss: ISSUER, aud: AUDIENCE, sub: id.split('/')[0] ?? id, client_id: 'playground' }
  return mintAccessToken({ ...who, scope, iat, exp: iat + WORKDAY, jti: id, ...more }, KEY)
}

/** The same as a secret that Bearer can show. */
export const bearerToken = (world: Pick<World, 'clock'>, id: string, scope: string, more: JsonObject): Secret => ({
  id,
  kind: 'token',
  token: tokenFor(world, id, scope, more),
})
