/** Token has no specification; these are the examples that the two frameworks teach it with. */

import type { Vector } from '../../auth/scheme.ts'

export const vectors: readonly Vector[] = [
  {
    name: 'Django REST framework',
    cite: 'Django REST §tokenauthentication',
    request: 'GET /api/example/ HTTP/1.1\nHost: 127.0.0.1:8000\n\n',
    offer: 'Token',
    secret: { id: 'example', kind: 'token-key', key: '9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b' },
    expect: ['Token 9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b'],
  },
  {
    name: 'Rails',
    cite: 'Rails API, ActionController::HttpAuthentication::Token',
    request: 'GET /posts HTTP/1.1\nHost: localhost:3000\n\n',
    offer: 'Token realm="Application"',
    secret: { id: 'rails', kind: 'token-key', key: 'secret' },
    expect: ['Token token="secret"'],
  },
]
