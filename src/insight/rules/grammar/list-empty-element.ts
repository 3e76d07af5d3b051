/** Readers skip empty list elements, and writers must not write them. */

import { closingQuote } from '../../../protocol/auth/reading.ts'
import { whitespace } from '../../../protocol/http/grammar.ts'
import { shift } from '../../../protocol/text/span.ts'
import { type FieldReading, sidesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §5.6.1.1',
  title: 'A comma too many',
  why: 'Two commas in a row, or one at either end, make an empty element. Recipients must skip a few of them, but senders must not write any.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a",«,» Bearer realm="b"«,»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «,» Basic «,»realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a"«,» \n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=",,", Bearer realm=""\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate:\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAccept: a/b,,\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }) =>
      reading.fields.flatMap((line) =>
        superfluous(line).map((at) => {
          const span = shift({ start: at, end: at + 1 }, line.field.value.span.start)
          return { in: side, span, fix: { span, insert: '' } }
        }),
      ),
    ),
}

/** White space, and the line ends in a folded value. */
const foldable = (unit: number): boolean => whitespace(unit) || unit === 0x0a || unit === 0x0d

const LISTS = /^(?:(?:www|proxy)-authenticate|(?:proxy-)?authorization|(?:proxy-)?authentication-info)$/

/** Where in the value the commas stand with no element before them, or the last one with none behind it. */
function superfluous({ field, name, challenges, credentials, faults }: FieldReading): readonly number[] {
  if (!LISTS.test(name)) return []
  const { text, span } = field.value
  // The list of a scheme's parameters begins behind the scheme.
  const withParams = [...challenges, ...(credentials ? [credentials] : [])].filter(
    ({ payload }) => payload.kind === 'params',
  )
  const starts = new Set(withParams.map(({ scheme }) => scheme.span.end - span.start))
  // A comma in the place of a space, or before credentials, has a finding of its own.
  const told = new Set(faults.map((fault) => fault.span.start - span.start))
  const found: number[] = []
  let filled = false
  let comma = -1
  for (let at = 0; at < text.length; at++) {
    if (starts.has(at)) filled = false
    if (text[at] === ',') {
      if (filled) comma = told.has(at) ? -1 : at
      else if (!told.has(at)) found.push(at)
      filled = false
    } else if (!foldable(text.charCodeAt(at))) filled = true
    if (text[at] === '"') at = closingQuote(text, at)
  }
  return filled || comma < 0 ? found : [...found, comma]
}

export default rule
