/** A parameter stands once in a challenge, and once in credentials. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: '`{text}` stands twice',
  why: 'Each parameter may occur once, whatever its case. Of two, one client takes the first and the next the last: a gap that attackers look for.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", «Realm»="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", «username»="b"\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", Bearer realm="a"\n\n'],
  },
  check: fromFault(['param-duplicate']),
}

export default rule
