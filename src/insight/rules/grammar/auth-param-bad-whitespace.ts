/** No space around the equals sign: readers must bear it, and writers must not write it. */

import { paramsOf, sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.2',
  title: 'No space around `=`',
  why: 'Senders must write `name=value` without spaces; the grammar calls them “bad white space”. Careful readers take it all the same, others don’t.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm« = »"a", charset« =»"UTF-8"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username«= »"a"\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a" , charset="UTF-8"\n\n'],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading: { message, fields } }) =>
      fields
        .flatMap(paramsOf)
        .map(({ name, raw }) => ({ start: name.span.end, end: raw.span.start }))
        .filter(({ start, end }) => /\s/.test(message.source.slice(start, end)))
        .map((span) => ({ in: side, span, fix: { span, insert: '=' } })),
    ),
}

export default rule
