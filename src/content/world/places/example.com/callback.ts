/** The same program: here its people come back, with a code. */

import type { Place } from '../../place.ts'
import login from './login.ts'

const place: Place = {
  at: 'example.com/callback',
  needs: [login],
  resources: [
    {
      path: '/callback',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: '', body: null },
      served: { service: 'oauth-client', endpoint: 'callback', space: 'photo-book' },
    },
  ],
  spaces: () => [],
}

export default place
