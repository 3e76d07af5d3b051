/** A field line is a name, a colon directly behind it, and a value. */

import type { Rule } from '../../rule.ts'
import { fromFault } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §5',
  title: 'This is no field line',
  why: 'A field is a name, a colon directly behind it, then the value. Servers refuse other lines with 400, as proxies might read them differently.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n«Authorization Bearer abc»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization« »: Bearer abc\n\n',
      'GET / HTTP/1.1\nHost: a.example\n«My Header»: 1\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost:a.example\nAuthorization:Bearer abc\n\n'],
  },
  check: fromFault(['field-colon-missing', 'field-name-not-token', 'field-name-space'], ({ code, span, text }) =>
    code === 'field-name-space' && text.trim() === '' ? { span, insert: '' } : undefined,
  ),
}

export default rule
