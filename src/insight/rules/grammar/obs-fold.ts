/** A field stands on one line. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §5.2',
  title: 'A field goes on one line',
  why: 'Specifications and books break long fields to fit the page, but a message must not: such folding is obsolete, and servers may answer 400.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a",«\n    »nonce="b",«\r\n\t»qop="auth"\n\n'],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a"\nWWW-Authenticate: Basic realm="a"\n\n'],
  },
  check: fromFault(['obs-fold'], ({ span }) => ({ span, insert: ' ' })),
}

export default rule
