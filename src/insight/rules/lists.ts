/** Fields that hold names with commas between them: `Vary`, `Access-Control-Allow-Headers` (RFC 9110 §5.6.1). */

import type { Token } from '../../protocol/text/span.ts'
import { linesOf } from '../reading.ts'
import type { Reading } from '../rule.ts'

/** The members of all lines of that name, without white space around them. */
export function membersOf(message: Reading | undefined, field: string): readonly Token[] {
  return linesOf(message, field).flatMap(({ field: { value } }) => {
    let at = value.span.start
    return value.text.split(',').flatMap((piece) => {
      const text = piece.trim()
      const start = at + piece.indexOf(text)
      at += piece.length + 1
      return text === '' ? [] : [{ text, span: { start, end: start + text.length } }]
    })
  })
}

/** The member of that name, whatever its case; `name` in lower case. */
export const memberNamed = (members: readonly Token[], name: string): Token | undefined =>
  members.find(({ text }) => text.toLowerCase() === name)
