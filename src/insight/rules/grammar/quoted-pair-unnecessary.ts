/** In quotes, only quotes and backslashes need a backslash. */

import { type FieldReading, paramsOf, sidesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §5.6.4',
  title: 'A backslash before `{char}`',
  why: 'In a quoted string a backslash goes before `"` and `\\` only, and the reader drops it. Before anything else it is superfluous, or it was meant to be read itself, as in a Windows name, and then it must be doubled.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="https:«\\/»«\\/»a.example", error="invalid_token"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="WORK«\\b»ob", realm="a", nonce="c", uri="/", response="d"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Newauth realm="apps", type=1, title="Login to \\"apps\\""\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="WORK\\\\bob", realm="a", nonce="c", uri="/", response="d"\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      reading.fields
        .filter(hasBackslash)
        .flatMap(paramsOf)
        .flatMap(({ quoted, raw }) => {
          if (!quoted) return []
          return [...raw.text.matchAll(/\\(.)/gs)].flatMap(([pair, char = ''], i, all): readonly Found[] => {
            if (char === '"' || char === '\\') return []
            const start = raw.span.start + (all[i]?.index ?? 0)
            const span = { start, end: start + pair.length }
            // Before a letter it may have been meant: then it ought to be doubled, not dropped.
            const fix = /[a-z0-9\s]/i.test(char) ? undefined : { span: { start, end: start + 1 }, insert: '' }
            return [{ in: side, span, slots: { char }, fix }]
          })
        }),
    ),
}

const hasBackslash = ({ field }: FieldReading): boolean => field.value.text.includes('\\')

export default rule
