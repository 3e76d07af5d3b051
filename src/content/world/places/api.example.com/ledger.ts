/** A ledger where both sides prove themselves: Digest over the bodies as well, in both directions (RFC 7616 §3.4.3, §3.5). */

import type { Place } from '../../place.ts'

const place: Place = {
  at: 'api.example.com/ledger',
  resources: [
    {
      path: '/ledger',
      methods: ['GET', 'POST'],
      spaces: ['ledger'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { booked: true, balance: 90 } },
    },
    {
      path: '/ledger/audit',
      methods: ['GET'],
      spaces: ['ledger'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { entries: 1, suspicious: 0 } },
    },
  ],
  spaces: (users) => [
    {
      id: 'ledger',
      scheme: 'digest',
      realm: 'Ledger',
      users,
      settings: {
        algorithms: ['SHA-256'],
        qop: ['auth-int'],
        opaque: '',
        nonceLifetime: 500,
        domain: '/ledger',
        nextnonce: true,
        secret: 'only the ledger knows',
      },
      memory: null,
    },
  ],
}

export default place
