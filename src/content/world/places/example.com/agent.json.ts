/** The document of a client whose id is this address; everybody may read it. */

import { AGENT_DOCUMENT } from '../../oauth.ts'
import type { Place } from '../../place.ts'

const place: Place = {
  at: 'example.com/agent.json',
  resources: [
    {
      path: '/agent.json',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: AGENT_DOCUMENT },
      cors: { allowOrigin: '*', expose: [] },
    },
  ],
  spaces: () => [],
}

export default place
