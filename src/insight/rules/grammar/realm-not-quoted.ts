/** A realm goes in quotes, even where it would be a token. */

import { isToken, quote } from '../../../protocol/http/grammar.ts'
import { paramsOf, sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.5',
  title: 'A realm needs quotes',
  why: 'Most parameters may go without quotes, but not `realm`: old clients read it only as a quoted string. Recipients may accept it all the same.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«API», Digest realm="b", Bearer Realm=«b»\n\n'],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="API"\n\n'],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      reading.fields
        .flatMap(paramsOf)
        .filter(({ name }) => name.text.toLowerCase() === 'realm')
        // What is neither quoted nor a token, or in single quotes, has a finding of its own.
        .filter(({ raw: { text } }) => isToken(text) && !/^'.*'$/.test(text))
        .map(({ raw: { text, span } }) => ({ in: side, span, fix: { span, insert: quote(text) } })),
    ),
}

export default rule
