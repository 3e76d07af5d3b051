/** Control characters in a field are how headers are smuggled in. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §5.5',
  title: 'A control character in a field',
  why: 'CR, LF, NUL and their like are invalid here, and dangerous: where a user’s input gets into a realm or a description, they let it write headers of its own.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a«\u0000»b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nX-Note: a«\r»b\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a\tb"\n\n'],
  },
  check: fromFault(['field-value-control', 'line-bare-cr'], ({ span }) => ({ span, insert: ' ' })),
}

export default rule
