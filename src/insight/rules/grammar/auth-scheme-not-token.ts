/** A scheme's name is a token. */

import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.1',
  title: '`{text}` can’t be the name of a scheme',
  why: 'A scheme’s name has letters, digits and a few marks like `-` in it; no slashes, quotes or umlauts. Clients stop reading here.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Bäsic» realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «<type>» abc\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 realm="a"\n\n'],
  },
  check(view) {
    const lone = (line: { credentials?: { payload: { kind: string } } } = {}) =>
      line.credentials?.payload.kind === 'bare'
    // A key that stands alone is no name of a scheme at all: `authorization-scheme-missing` tells about it.
    return faultsOf(view, ['scheme-not-token'])
      .filter(({ line }) => !lone(line))
      .map(({ in: side, span, text }) => ({ in: side, span, slots: { text } }))
  },
}

export default rule
