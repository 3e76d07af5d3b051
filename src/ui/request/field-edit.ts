/** Edits of single header lines: every other line, be it a header or not, stays to the letter. */

import { lineEndOf } from '../../protocol/http/line.ts'
import type { Field, FieldDraft, HttpRequest } from '../../protocol/http/message.ts'
import { covers, type Span } from '../../protocol/text/span.ts'

const replaced = (source: string, { start, end }: Span, text: string): string =>
  source.slice(0, start) + text + source.slice(end)

/** A line can't hold its own end. */
const oneLine = (text: string): string => text.replace(/[\r\n\0]+/g, ' ')

export const withName = ({ source }: HttpRequest, { name }: Field, text: string): string =>
  replaced(source, name.span, oneLine(text))

/** Between colon and value stands what stood there; one space where the value was empty. */
export function withValue({ source }: HttpRequest, { name, value, span }: Field, text: string): string {
  const colon = source.indexOf(':', name.span.end) + 1
  const place = value.text === '' ? { start: colon, end: span.end } : { start: value.span.start, end: span.end }
  return replaced(source, place, (value.text === '' && text !== '' ? ' ' : '') + oneLine(text))
}

/** The line goes with the line end before it. */
export function withoutField({ source }: HttpRequest, { span }: Field): string {
  const start = source[span.start - 2] === '\r' ? span.start - 2 : span.start - 1
  return replaced(source, { start, end: span.end }, '')
}

/** Behind the last header; behind the first line where there is none. */
export function withAdded({ source, line, fields }: HttpRequest, [name, value]: FieldDraft): string {
  const end = fields.at(-1)?.span.end ?? line.span.end
  return replaced(
    source,
    { start: end, end },
    lineEndOf(source) + oneLine(value === '' ? `${name}:` : `${name}: ${value}`),
  )
}

/** How many lines of the head are neither the first nor header lines. */
export function strangeLines({ source, line, fields, body }: HttpRequest): number {
  const head = source.slice(0, body.span.start)
  let [at, count] = [0, 0]
  for (const text of head.split('\n')) {
    const span = { start: at, end: at + text.length }
    const known = span.start < line.span.end || fields.some((field) => covers(field.span, { ...span, end: span.start }))
    if (text.trim() !== '' && !known) count += 1
    at = span.end + 1
  }
  return count
}
