/** A quote that opens must close. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §5.6.4',
  title: 'The closing quote is missing',
  why: 'Whatever follows the opening quote belongs to the value, up to the end of the line. A backslash before the last quote makes it a part of the value, too.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«"My API, charset=UTF-8»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«"a\\"»\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a\\"b\\\\"\n\n'],
  },
  check: fromFault(['quoted-string-unterminated']),
}

export default rule
