/** X-API-Key has no specification; this is the example that OpenAPI's guide teaches it with. */

import type { Vector } from '../../auth/scheme.ts'

export const vectors: readonly Vector[] = [
  {
    name: 'abcdef12345',
    cite: 'OpenAPI Guide, API Keys',
    request: 'GET /something HTTP/1.1\nHost: api.example.com\n\n',
    offer: 'X-API-Key realm="API"',
    secret: { id: 'something', kind: 'api-key', key: 'abcdef12345' },
    expect: ['abcdef12345'],
  },
]
