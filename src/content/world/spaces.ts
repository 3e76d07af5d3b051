/** What the resource servers know about access tokens, and the protection space that is there from the start. */

import type { ProtectionSpace, User } from '../../protocol/auth/scheme.ts'
import { AUDIENCE, ISSUER, KEY, REVOKED } from './tokens.ts'

/** Documented example 3 sends this very text; to the server it is a token like any other, and it has expired. */
export const DOCUMENTED_TOKEN = 'eyJhbGc...expired_token'
export const DOCUMENTED_EXPIRY = Date.UTC(2025, 9, 1, 10)

export const bearerSettings = {
  audience: AUDIENCE,
  issuer: ISSUER,
  keys: [{ ...KEY }],
  tokens: [{ token: DOCUMENTED_TOKEN, subject: 'mufasa', scope: 'read', expires: DOCUMENTED_EXPIRY }],
  revoked: REVOKED,
}

export const spacesFor = (users: readonly User[]): Readonly<Record<string, ProtectionSpace>> => ({
  'admin-token': {
    id: 'admin-token',
    scheme: 'bearer',
    realm: 'admin',
    settings: bearerSettings,
    users,
    memory: null,
  },
})
