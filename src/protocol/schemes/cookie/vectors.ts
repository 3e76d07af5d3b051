/** The examples of RFC 6265 §3.1: what a server set, the browser sends back, with whatever it was told before. */

import type { Vector } from '../../auth/scheme.ts'

const secret = { id: 'session', kind: 'cookie', name: 'SID', value: '31d4d96e407aad42' }

export const vectors: readonly Vector[] = [
  {
    name: 'one cookie',
    cite: 'RFC 6265 §3.1',
    request: 'GET / HTTP/1.1\nHost: www.example.com\n\n',
    offer: 'Cookie',
    secret,
    expect: ['SID=31d4d96e407aad42'],
  },
  {
    name: 'two cookies',
    cite: 'RFC 6265 §3.1',
    request: 'GET / HTTP/1.1\nHost: www.example.com\nCookie: lang=en-US\n\n',
    offer: 'Cookie',
    secret,
    expect: ['SID=31d4d96e407aad42; lang=en-US'],
  },
]
