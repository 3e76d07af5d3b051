/** Parameters, and challenges, are parted by commas. */

import { whitespace } from '../../../protocol/http/grammar.ts'
import { runBack } from '../../../protocol/text/cursor.ts'
import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.3',
  title: 'A comma is missing before `{text}`',
  why: 'Parameters are parted by commas. Many clients ignore what follows a space, so they would miss `{text}`.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="security" «charset»="UTF-8"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a" «Basic» realm="b"\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="security", charset="UTF-8"\n\n'],
  },
  check: fromFault(['param-comma-missing'], ({ span: { start }, source }) => {
    return { span: { start: runBack(source, start, 0, whitespace), end: start }, insert: ', ' }
  }),
}

export default rule
