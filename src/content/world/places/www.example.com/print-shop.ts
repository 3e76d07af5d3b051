/** A program on the web that wants to print photos: here people come back to it (RFC 9635 §4.2.1). */

import type { Place } from '../../place.ts'
import grants from '../auth.example.com/gnap.ts'

const place: Place = {
  at: 'www.example.com/print-shop',
  needs: [grants],
  resources: [
    {
      path: '/print-shop/back',
      methods: ['GET'],
      spaces: [],
      lines: 'each',
      permits: { roles: [] },
      content: { type: '', body: null },
      served: { service: 'gnap-grants', endpoint: 'callback', space: 'gnap-grants' },
    },
  ],
  spaces: () => [],
}

export default place
