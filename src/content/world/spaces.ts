/** The protection spaces of the simulated hosts: realm, scheme, set-up. */

import type { Json, ProtectionSpace, User } from '../../protocol/auth/scheme.ts'
import { AUDIENCE, ISSUER, KEY, REVOKED } from './tokens.ts'

/** Documented example 3 sends this very text; to the server it is a token like any other, and it has expired. */
export const DOCUMENTED_TOKEN = 'eyJhbGc...expired_token'
export const DOCUMENTED_EXPIRY = Date.UTC(2025, 9, 1, 10)

const space = (id: string, scheme: string, realm: string, settings: Json, users: readonly User[]) => ({
  [id]: { id, scheme, realm, settings, users, memory: null },
})

export function spacesFor(users: readonly User[]): Readonly<Record<string, ProtectionSpace>> {
  const bearer = {
    audience: AUDIENCE,
    issuer: ISSUER,
    keys: [{ ...KEY }],
    tokens: [{ token: DOCUMENTED_TOKEN, subject: 'mufasa', scope: 'read', expires: DOCUMENTED_EXPIRY }],
    revoked: REVOKED,
  }
  const keys = users.flatMap(({ id, secrets }) =>
    secrets.filter(({ kind }) => kind === 'api-key').map(({ key }) => ({ key, user: id })),
  )
  const digest = {
    algorithms: ['SHA-256', 'MD5'],
    qop: ['auth', 'auth-int'],
    opaque: 'FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS',
    nonceLifetime: 60,
    nextnonce: true,
    secret: 'only the server knows',
  }
  return {
    ...space('admin-token', 'bearer', 'admin', bearer, users),
    ...space('api-token', 'bearer', 'API', bearer, users),
    ...space('api-key', 'x-api-key', 'API', { keys }, users),
    ...space('api-key-silent', 'x-api-key', 'API', { keys, challenge: false }, users),
    ...space('files', 'digest', 'http-auth@example.org', digest, users),
    ...space('docs', 'basic', 'WallyWorld', { charset: 'UTF-8' }, users),
    ...space('kitchen', 'basic', 'Kantine', { charset: 'UTF-8' }, users),
    ...space('building', 'basic', 'Building', {}, users),
    ...space('mixed-digest', 'digest', 'Front desk', { ...digest, nextnonce: false }, users),
    ...space('mixed-basic', 'basic', 'Front desk', { charset: 'UTF-8' }, users),
    ...space('mixed-token', 'bearer', 'Front desk', bearer, users),
  }
}
