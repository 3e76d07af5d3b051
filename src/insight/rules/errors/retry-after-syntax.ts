/** How long to wait, in one of two ways. */

import { parseDate, printDate } from '../../../protocol/http/date.ts'
import { linesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §10.2.3',
  title: 'Wait until when?',
  why: '`Retry-After` is a whole number of seconds, `120`, or an HTTP date, `Tue, 02 Jul 2024 12:18:47 GMT`. Clients ignore anything else, and come back when they like.',
  examples: {
    bad: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: «60s»\n\n',
      'HTTP/1.1 429 Too Many Requests\nRetry-After: «1.5»\n\n',
      'HTTP/1.1 503 Service Unavailable\nRetry-After: «2024-07-02T12:18:47Z»\n\n',
      'HTTP/1.1 503 Service Unavailable\n«Retry-After»:\n\n',
    ],
    good: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 3600\n\n',
      'HTTP/1.1 503 Service Unavailable\nRetry-After: Fri, 31 Dec 1999 23:59:59 GMT\n\n',
      'HTTP/1.1 301 Moved Permanently\nRetry-After: 0\n\n',
    ],
  },
  check: ({ response }) =>
    linesOf(response, 'retry-after').flatMap(({ field: { name, value } }): readonly Found[] => {
      const { text, span } = value
      if (/^\d+$/.test(text) || parseDate(text.replace(':60 GMT', ':59 GMT')) !== undefined) return []
      if (text === '') return [{ in: 'response', span: name.span }]
      const [, seconds] = /^(\d+) ?s(?:ec(?:ond)?s?)?$/i.exec(text) ?? []
      const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) ? Date.parse(text) : Number.NaN
      const insert = seconds ?? (Number.isNaN(instant) ? undefined : printDate(instant))
      return [{ in: 'response', span, fix: insert === undefined ? undefined : { span, insert } }]
    }),
}

export default rule
