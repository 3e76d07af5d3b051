/** An issuer of private tokens: it signs for devices that its attester vouches for, and sees no token (RFC 9578). */

import { RFC_KEY } from '../../../../protocol/schemes/privatetoken/rfc-key.ts'
import type { Method, Resource } from '../../../../protocol/servers/world.ts'
import type { Place } from '../../place.ts'

const served = (path: string, method: Method, endpoint: string): Resource => ({
  path,
  methods: [method],
  spaces: [],
  lines: 'each',
  permits: { roles: [] },
  content: { type: 'application/json', body: null },
  served: { service: 'token-issuer', endpoint, space: 'token-issuer' },
})

const place: Place = {
  at: 'issuer.example.com',
  resources: [
    {
      path: '/',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'text/plain; charset=utf-8', body: 'I sign tokens that I never see.\n' },
    },
    served('/.well-known/private-token-issuer-directory', 'GET', 'directory'),
    served('/token-request', 'POST', 'token-request'),
  ],
  spaces: (users) => [
    {
      id: 'token-issuer',
      scheme: 'token-issuer',
      realm: '',
      users,
      settings: { keys: [{ ...RFC_KEY }], requestUri: '/token-request' },
      memory: null,
    },
  ],
}

export default place
