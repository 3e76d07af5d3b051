/** An old company network: NTLM, and a menu that asks no more than whose the connection is. */

import { accountsFor } from '../../../../protocol/schemes/ntlm/space.ts'
import type { Place } from '../../place.ts'

const place: Place = {
  at: 'api.example.com/intranet',
  resources: [
    {
      path: '/intranet',
      methods: ['GET'],
      spaces: ['intranet'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { news: 'The lift works again', floors: 4 } },
    },
    {
      path: '/intranet/payroll',
      methods: ['GET'],
      spaces: ['intranet'],
      lines: 'each',
      permits: { roles: ['admin'] },
      content: { type: 'application/json', body: { payroll: 'done', envelopes: 12 } },
    },
    {
      path: '/intranet/menu',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: null },
      served: { service: 'connections', endpoint: 'menu', space: 'intranet-menu' },
    },
  ],
  spaces: (users) => [
    {
      id: 'intranet',
      scheme: 'ntlm',
      realm: '',
      users,
      settings: {
        domain: 'EXAMPLE',
        server: 'INTRANET',
        target: 'HTTP/api.example.com',
        lifetime: 60,
        accounts: accountsFor(users),
      },
      memory: null,
    },
    {
      id: 'intranet-menu',
      scheme: 'connections',
      realm: '',
      users,
      settings: { space: 'intranet', body: { menu: ['lentil soup', 'apple pie'] } },
      memory: null,
    },
  ],
}

export default place
