/** A challenge begins with the name of its scheme. */

import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.3',
  title: 'Which scheme asks here?',
  why: 'A challenge begins with the name of its scheme, and its parameters follow. Without the name nobody knows what they mean.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «realm="API"»\n\n'],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="API"\n\n'],
  },
  check: (view) =>
    faultsOf(view, ['scheme-missing'])
      .filter(({ in: side }) => side === 'response')
      .map(({ in: side, span }) => ({ in: side, span })),
}

export default rule
