/** A program that has its people log in elsewhere: here it sends them off. */

import { CALLBACK } from '../../oauth.ts'
import type { Place } from '../../place.ts'
import { ISSUER } from '../../tokens.ts'

const place: Place = {
  at: 'example.com/login',
  resources: [
    {
      path: '/login',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: '', body: null },
      served: { service: 'oauth-client', endpoint: 'login', space: 'photo-book' },
    },
  ],
  spaces: (users) => [
    {
      id: 'photo-book',
      scheme: 'oauth-client',
      realm: 'Photo Book',
      users,
      settings: {
        client: 'photo-book',
        issuer: ISSUER,
        authorize: `${ISSUER}/authorize`,
        token: `${ISSUER}/token`,
        redirect: CALLBACK,
        scope: 'openid profile read',
      },
      memory: { attempts: [] },
    },
  ],
}

export default place
