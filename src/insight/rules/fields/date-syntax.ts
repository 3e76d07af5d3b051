/** HTTP knows one way to write a date, and its weekday must be the right one. */

import { parseDate, printDate } from '../../../protocol/http/date.ts'
import type { Token } from '../../../protocol/text/span.ts'
import { linesOf, sidesOf } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §5.6.7',
  title: 'This is no HTTP date',
  why: 'A date is written `Tue, 02 Jul 2024 12:18:47 GMT`: English names, two-digit day, always GMT, and a weekday that fits. Recipients may ignore any other.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nDate: «Mon, 04 Feb 2014 16:50:53 GMT»\n\n',
      'HTTP/1.1 200 OK\nDate: «Tue, 2 Jul 2024 12:18:47 GMT»\n\n',
      'HTTP/1.1 200 OK\nDate: «2024-07-02T12:18:47Z»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nDate: «today»\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\n\n',
      'HTTP/1.1 200 OK\nDate: Sat, 31 Dec 2016 23:59:60 GMT\n\n',
      'HTTP/1.1 200 OK\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      linesOf(reading, 'date')
        .map(({ field }) => (field.value.text === '' ? field.name : field.value))
        // `second = 2DIGIT` may be 60, a leap second.
        .filter(({ text }) => parseDate(text.replace(':60 GMT', ':59 GMT')) === undefined)
        .map((value) => ({ in: side, span: value.span, fix: rewritten(value) })),
    ),
}

/** Only where the text says its time zone: what it means must not depend on where this page is read. */
function rewritten({ text, span }: Token): Fix | undefined {
  const ms = /(?:GMT|UTC|Z)$/.test(text) ? Date.parse(text) : Number.NaN
  return Number.isNaN(ms) ? undefined : { span, insert: printDate(ms) }
}

export default rule
