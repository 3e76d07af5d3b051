/** A colon divides user and password. */

import type { Rule } from '../../rule.ts'
import { userPassesIn } from '../user-passes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7617 §2',
  title: 'No colon between user and password',
  why: 'Decoded, Basic credentials are `user:password`. Without a colon there is no password; for an empty one the colon still stands at the end.',
  examples: {
    bad: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «QWxhZGRpbg==»\n\n'],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YW5vbjo=\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic Og==\n\n',
    ],
  },
  check: (view) =>
    userPassesIn(view)
      .filter(({ octets }) => !octets.includes(COLON))
      .map(({ token: { span } }) => ({ in: 'request', span })),
}

const COLON = 0x3a

export default rule
