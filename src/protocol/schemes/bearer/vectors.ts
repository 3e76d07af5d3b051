/** Bearer's example from the specification (RFC 6750 §2.1, the offer from §3). */

import type { Vector } from '../../auth/scheme.ts'

export const vectors: readonly Vector[] = [
  {
    name: 'mF_9.B5f-4.1JqM',
    cite: 'RFC 6750 §2.1',
    request: 'GET /resource HTTP/1.1\nHost: server.example.com\n\n',
    offer: 'Bearer realm="example"',
    secret: { id: 'example', kind: 'token', token: 'mF_9.B5f-4.1JqM' },
    expect: ['Bearer mF_9.B5f-4.1JqM'],
  },
]
