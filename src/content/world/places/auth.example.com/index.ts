/** The authorization server, and the one resource that asks it about every token. */

import type { Cors, Method, Resource } from '../../../../protocol/servers/world.ts'
import { clientSecrets, connectedSecrets, memoryAt, settings } from '../../oauth.ts'
import type { Place } from '../../place.ts'
import { ISSUER, KEY, REVOKED } from '../../tokens.ts'

/** Programs in pages of other origins may ask, but nobody may embed the pages for people (RFC 9700 §2.6). */
const OPEN_TO_SCRIPTS: Cors = {
  allowOrigin: '*',
  expose: ['WWW-Authenticate', 'DPoP-Nonce'],
  allowHeaders: ['Authorization', 'Content-Type', 'DPoP'],
}

const resource = (
  path: string,
  endpoint: string,
  methods: readonly Method[],
  more: Partial<Resource> = {},
): Resource => ({
  path,
  methods,
  spaces: [],
  lines: 'each',
  permits: { roles: [] },
  content: { type: '', body: null },
  served: { service: 'authorization', endpoint, space: 'authorization' },
  ...more,
})

/** The server itself; it hears of every token that is taken back. */
const ASKS = { audience: ISSUER, issuer: ISSUER, keys: [{ ...KEY }], tokens: [], revoked: REVOKED }

const open = { cors: OPEN_TO_SCRIPTS }

const place: Place = {
  at: 'auth.example.com',
  resources: [
    resource('/.well-known/oauth-authorization-server', 'metadata', ['GET'], open),
    resource('/.well-known/openid-configuration', 'metadata', ['GET'], open),
    resource('/jwks', 'jwks', ['GET'], open),
    resource('/authorize', 'authorize', ['GET', 'POST']),
    resource('/login', 'login', ['POST']),
    resource('/consent', 'consent', ['POST']),
    resource('/par', 'par', ['POST'], open),
    resource('/token', 'token', ['POST'], open),
    resource('/revoke', 'revoke', ['POST'], open),
    resource('/introspect', 'introspect', ['POST']),
    resource('/register', 'register', ['POST'], open),
    resource('/device_authorization', 'device-authorization', ['POST'], open),
    resource('/device', 'device', ['GET', 'POST']),
    resource('/userinfo', 'userinfo', ['GET', 'POST'], {
      ...open,
      spaces: ['userinfo-token', 'userinfo-dpop'],
      permits: { roles: [], scope: 'openid' },
    }),
  ],
  spaces: (users, { clock }) => [
    { id: 'authorization', scheme: 'authorization', realm: 'Accounts', users, settings, memory: memoryAt(clock) },
    { id: 'userinfo-token', scheme: 'bearer', realm: 'Accounts', users, settings: ASKS, memory: null },
    {
      id: 'userinfo-dpop',
      scheme: 'dpop',
      realm: 'Accounts',
      users,
      settings: { ...ASKS, lifetime: 60 },
      memory: null,
    },
  ],
  secrets: (world) => ({ ...clientSecrets, aladdin: connectedSecrets(world) }),
}

export default place
