/** Edits of whole lines: a field put in, or taken out. */

import { lineAt, lineEndOf } from '../../protocol/http/line.ts'
import type { Field, HttpMessage } from '../../protocol/http/message.ts'
import type { Fix } from '../rule.ts'

/** A field line behind the start line. */
export function lineAdded({ source, line }: HttpMessage, text: string): Fix {
  const { end } = line.span
  return { span: { start: end, end }, insert: lineEndOf(source) + text }
}

/** A field line out, with the end of its line. */
export const lineRemoved = ({ source }: HttpMessage, { span }: Field): Fix => {
  return { span: { start: span.start, end: lineAt(source, span.end).next }, insert: '' }
}
