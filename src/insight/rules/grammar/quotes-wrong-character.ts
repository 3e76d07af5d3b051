/** Only the straight double quote is a quote in HTTP. */

import { quote } from '../../../protocol/http/grammar.ts'
import { paramsOf, sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { opensWrong, unquoted } from '../quotes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §5.6.4',
  title: 'Only `"` is a quote here',
  why: 'HTTP quotes with the straight double quote. Single quotes become a part of the value, and typographic ones, as word processors make them, are not even allowed outside of quotes.',
  examples: {
    bad: [
      "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«'a'»\n\n",
      "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«'my realm'»\n\n",
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm=«“a”», scope=«“b”»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="“a”"\n\n',
      "HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer title='a\n\n",
      "GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8''a\n\n",
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      reading.fields
        .flatMap(paramsOf)
        .filter(({ raw }) => opensWrong(raw.text) || (raw.text.startsWith("'") && unquoted(raw.text) !== undefined))
        .map(({ raw: { text, span } }) => {
          const inner = unquoted(text)
          return { in: side, span, fix: inner === undefined ? undefined : { span, insert: quote(inner) } }
        }),
    ),
}

export default rule
