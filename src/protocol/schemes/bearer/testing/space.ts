/** A protection space of Bearer for tests, and tokens for it. */

import type { User } from '../../../auth/scheme.ts'
import { envAt } from '../../../auth/testing/env.ts'
import { type AccessClaims, mintAccessToken } from '../../../jose/access-token.ts'
import type { JwtKey } from '../../../jose/sign.ts'
import { base64url, octetsOf } from '../../../text/octets.ts'
import type { BearerSettings, BearerSpace } from '../scheme.ts'

export const NOON = Date.UTC(2026, 0, 1, 12)
export const SECOND = NOON / 1000
export const at = envAt

export const KEY: JwtKey = { kid: 'k1', alg: 'HS256', k: base64url(octetsOf('a key of at least thirty-two octets')) }
export const FOREIGN: JwtKey = { ...KEY, k: base64url(octetsOf('another key of thirty-two octets')) }
/** RFC 8037 §A.1. */
export const ED25519 = {
  x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
}

export const ada: User = { id: 'ada', name: 'Ada', roles: [], secrets: [] }
export const settings: BearerSettings = {
  audience: 'https://api.example.com',
  issuer: 'https://as.example.com',
  keys: [KEY, { kid: 'e1', alg: 'EdDSA', x: ED25519.x }],
  tokens: [
    { token: 'mF_9.B5f-4.1JqM', subject: 'ada', scope: 'read write', expires: NOON + 1 },
    { token: 'eyJhbGc...expired_token', subject: 'ada', scope: 'read', expires: NOON },
    { token: 'taken-back', subject: 'ada', scope: '', expires: NOON + 1, revoked: true },
    { token: 'eve', subject: 'eve', scope: '', expires: NOON + 1 },
  ],
  revoked: ['taken back'],
}
export const space: BearerSpace = {
  id: 'api',
  scheme: 'bearer',
  realm: 'example',
  users: [ada],
  settings,
  memory: null,
}
export const claims: AccessClaims = {
  iss: 'https://as.example.com',
  aud: 'https://api.example.com',
  sub: 'ada',
  client_id: 'app',
  scope: 'read  write',
  jti: '1',
  iat: SECOND,
  exp: SECOND + 60,
}
export const mint = (more: Readonly<Record<string, unknown>>, key = KEY) =>
  mintAccessToken(JSON.parse(JSON.stringify({ ...claims, ...more })), key)
