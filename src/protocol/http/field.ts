/** The field lines of a message: `*( field-line CRLF ) CRLF` (RFC 9112 §2.1, §5). */

import { run, runBack } from '../text/cursor.ts'
import { type Token, token } from '../text/span.ts'
import { control, tchar, whitespace } from './grammar.ts'
import { lastFold, lineAt } from './line.ts'
import type { Expected, Fault, FaultCode, Field, HttpMessage } from './message.ts'

interface FieldSection {
  readonly fields: readonly Field[]
  readonly faults: readonly Fault[]
  /** Where the body begins. */
  readonly end: number
}

/** The fields of that name, in wire order (names compare without case, RFC 9110 §5.1). */
export function fieldsNamed(message: Pick<HttpMessage, 'fields'>, name: string): readonly Field[] {
  const wanted = name.toLowerCase()
  return message.fields.filter((field) => field.name.text.toLowerCase() === wanted)
}

/**
 * `obs-fold = OWS CRLF RWS`, RFC 9112 §5.2: the value with spaces in the place of each fold, as many as the fold has
 * units, so that every position in the value stays where it is.
 */
export function unfold(value: string): string {
  let [text, from] = ['', 0]
  for (let at = value.indexOf('\n'); at >= 0; at = value.indexOf('\n', from)) {
    const start = runBack(value, at, from, foldable)
    const end = run(value, at, foldable)
    const gap = value.slice(start, end)
    text += value.slice(from, start) + (FOLD.test(gap) ? ' '.repeat(gap.length) : gap)
    from = end
  }
  return from === 0 ? value : text + value.slice(from)
}

const FOLD = /^[\t ]*(?:\r?\n[\t ]+)+$/

/** `*( field-line CRLF ) CRLF`, RFC 9112 §2.1: from `at` to behind the empty line, or to the end of the source. */
export function readFields(source: string, at: number): FieldSection {
  const fields: Field[] = []
  const faults: Fault[] = []
  const note: Note = (code, start, end, expected) => {
    faults.push({ code, span: { start, end }, expected })
  }
  let next = at
  while (next < source.length) {
    const first = lineAt(source, next)
    if (first.start === first.end) return { fields, faults, end: first.next }
    const last = lastFold(source, first)
    const field = readField(source, first.start, last.end, note)
    if (field) fields.push(field)
    for (let line = first; field && line.next < last.next; ) {
      const { end } = line
      line = lineAt(source, line.next)
      note('obs-fold', end, run(source, line.start, whitespace), 'field-line')
    }
    next = last.next
  }
  return { fields, faults, end: source.length }
}

type Note = (code: FaultCode, start: number, end: number, expected: Expected) => void

const foldable = (unit: number): boolean => whitespace(unit) || unit === 0x0a || unit === 0x0d
const beforeColon = (unit: number): boolean => unit !== 0x3a && unit !== 0x0a

/**
 * `field-line = field-name ":" OWS field-value OWS`, RFC 9112 §5.
 *
 * Departures: a name with white space before its colon still is a field, with a fault, so that it can be explained;
 * a server must refuse it (RFC 9112 §5.1).
 */
function readField(source: string, start: number, end: number, note: Note): Field | undefined {
  const colon = run(source, start, beforeColon)
  const nameEnd = runBack(source, colon, start, whitespace)
  if (whitespace(source.charCodeAt(start))) note('field-name-space', start, end, 'field-name')
  else if (source[colon] !== ':') note('field-colon-missing', start, end, '":"')
  else if (colon === start) note('field-name-not-token', start, colon + 1, 'token')
  else if (run(source, start, tchar) < nameEnd) note('field-name-not-token', start, nameEnd, 'token')
  else {
    if (nameEnd < colon) note('field-name-space', nameEnd, colon, '":"')
    const from = Math.min(run(source, colon + 1, foldable), end)
    const value = token(source, from, runBack(source, end, from, foldable))
    readControls(value, note)
    return { name: token(source, start, nameEnd), value, span: { start, end } }
  }
  return undefined
}

const forbidden = (unit: number): boolean => control(unit) && unit !== 0x0a && unit !== 0x0d
const allowed = (unit: number): boolean => !forbidden(unit)

/** `field-vchar = VCHAR / obs-text`, RFC 9110 §5.5: each run of control characters. A bare CR is the line's fault. */
function readControls({ text, span }: Token, note: Note): void {
  for (let at = run(text, 0, allowed); at < text.length; at = run(text, at, allowed)) {
    const start = at
    at = run(text, start, forbidden)
    note('field-value-control', span.start + start, span.start + at, 'field-vchar')
  }
}
