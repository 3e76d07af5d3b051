/** Two rooms behind SCRAM, with the newer hash and the older one. The server holds verifiers, and no password. */

import { type Mechanism, SHA_1, SHA_256 } from '../../../../protocol/schemes/scram-sha-256/mechanism.ts'
import { accountsFor } from '../../../../protocol/schemes/scram-sha-256/space.ts'
import type { Place } from '../../place.ts'

/** Each has a secret of its own, so that nobody has the same salt twice. */
const settingsOf = ({ key }: Mechanism) => ({
  iterations: 4096,
  secret: `only the server knows, for ${key}`,
  lifetime: 60,
  reauth: { ttl: 120 },
})
const cors = { allowOrigin: '*', expose: ['WWW-Authenticate', 'Authentication-Info'] }

const place: Place = {
  at: 'api.example.com/scram',
  resources: [
    {
      path: '/scram',
      methods: ['GET'],
      spaces: ['scram-sha-256', 'scram-sha-1'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { notebook: 'yours', pages: 96 } },
      cors,
    },
    {
      path: '/scram/all',
      methods: ['GET'],
      spaces: ['scram-sha-256', 'scram-sha-1'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { notebooks: 31 } },
      cors,
    },
  ],
  spaces: (users) =>
    [SHA_256, SHA_1].map((mechanism) => {
      const settings = settingsOf(mechanism)
      return {
        id: mechanism.key,
        scheme: mechanism.key,
        realm: 'Notebooks',
        users,
        settings: { ...settings, accounts: accountsFor(mechanism, users, settings) },
        memory: null,
      }
    }),
}

export default place
