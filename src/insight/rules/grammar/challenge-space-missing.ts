/** Between a scheme and what belongs to it stands a space. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.3',
  title: 'A space belongs behind the scheme',
  why: 'Scheme and parameters are parted by a space: no colon, no comma, no tab. Otherwise clients read another scheme than you meant.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer«: »abc\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer«,»realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic«\t»realm="a"\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n'],
  },
  check: fromFault(['scheme-space-missing'], ({ span }) => ({ span, insert: ' ' })),
}

export default rule
