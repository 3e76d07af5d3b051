/** The token server that the container registry sends its clients to. */

import type { Place } from '../../place.ts'
import { settings } from '../../registry.ts'

const place: Place = {
  at: 'auth.example.com/registry-token',
  resources: [
    {
      path: '/registry-token',
      methods: ['GET'],
      // Open: logging in is up to the client, and the service looks after it.
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: { service: 'registry-tokens', endpoint: 'token', space: 'registry-tokens' },
    },
  ],
  spaces: (users) => [
    { id: 'registry-tokens', scheme: 'registry-tokens', realm: 'Registry', users, settings, memory: { issued: 0 } },
    { id: 'registry-login', scheme: 'basic', realm: 'Registry', users, settings: { charset: 'UTF-8' }, memory: null },
  ],
}

export default place
