/** A report that programs fetch for themselves: who stands in the token is a client, and no person (RFC 9068 §2.2). */

import type { Resource } from '../../../../protocol/servers/world.ts'
import { clients } from '../../oauth.ts'
import type { Place } from '../../place.ts'
import { AUDIENCE, ISSUER, KEY, REVOKED } from '../../tokens.ts'

const resource = (path: string, scope: string, more: Partial<Resource>): Resource => ({
  path,
  methods: ['GET'],
  spaces: ['nightly-token'],
  lines: 'each',
  permits: { roles: [], scope },
  content: { type: 'application/json', body: { sheep: 4711 } },
  cors: { allowOrigin: '*', expose: ['WWW-Authenticate'] },
  ...more,
})

const place: Place = {
  at: 'api.example.com/nightly',
  resources: [
    resource('/nightly', 'report:read', {}),
    resource('/nightly/publish', 'report:publish', {
      methods: ['POST'],
      content: { type: 'application/json', body: { published: true } },
    }),
  ],
  spaces: () => [
    {
      id: 'nightly-token',
      scheme: 'bearer',
      realm: 'Nightly',
      users: clients
        .filter(({ grants }) => grants.includes('client_credentials'))
        .map(({ id, name }) => ({ id, name, roles: [], secrets: [] })),
      settings: { audience: AUDIENCE, issuer: ISSUER, keys: [KEY], tokens: [], revoked: REVOKED },
      memory: null,
    },
  ],
}

export default place
