/** Basic's examples from the specifications (RFC 7617 §2 and §2.1). */

import type { Vector } from '../../auth/scheme.ts'

const request = 'GET /docs/ HTTP/1.1\nHost: www.example.com\n\n'

export const vectors: readonly Vector[] = [
  {
    name: 'Aladdin',
    cite: 'RFC 7617 §2',
    request,
    offer: 'Basic realm="WallyWorld"',
    secret: { id: 'aladdin', kind: 'password', username: 'Aladdin', password: 'open sesame' },
    expect: ['Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
  },
  {
    name: 'pound sign',
    cite: 'RFC 7617 §2.1',
    request,
    offer: 'Basic realm="foo", charset="UTF-8"',
    secret: { id: 'test', kind: 'password', username: 'test', password: '123£' },
    expect: ['Basic dGVzdDoxMjPCow=='],
  },
]
