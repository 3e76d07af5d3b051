/** A scheme is followed by one token68 or by parameters, never by both. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.3',
  title: 'Either one token, or parameters',
  why: 'Behind a scheme stands one single value, as in `Negotiate YII…`, or a list of `name=value`. With both, readers take one and lose the other.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate YWJj, «realm="a"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Hawk YWJj==, «id="a", ts="1"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate YWJj, Basic realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", qop="auth"\n\n',
    ],
  },
  check: fromFault(['token68-and-params']),
}

export default rule
