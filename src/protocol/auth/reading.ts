/** A field value while it is read: folds taken for spaces, places given in the message's source, faults collected. */

import { unfold } from '../http/field.ts'
import { control, whitespace } from '../http/grammar.ts'
import type { Expected, Fault, FaultCode } from '../http/message.ts'
import { run } from '../text/cursor.ts'
import type { Token } from '../text/span.ts'
import type { Read } from './challenge.ts'

export interface Reading {
  /** The value with each `obs-fold` as spaces (RFC 9112 §5.2), so positions in it are those in the value as sent. */
  readonly text: string
  /** The piece from `start` to `end` as sent, with its place in the message. */
  token(start: number, end: number): Token
  /** Notes a fault at a place in the value. */
  fault(code: FaultCode, start: number, end: number, expected: Expected): void
  /** What was read, with the faults noted so far, in the order of their places. */
  read<T>(value: T): Read<T>
}

export function reading(value: Token): Reading {
  const faults: Fault[] = []
  const by = value.span.start
  const place = (start: number, end: number) => ({ start: by + start, end: by + end })
  return {
    text: unfold(value.text),
    token: (start, end) => ({ text: value.text.slice(start, end), span: place(start, end) }),
    fault: (code, start, end, expected) => {
      faults.push({ code, span: place(start, end), expected })
    },
    read: (read) => ({ value: read, faults: faults.toSorted((one, other) => one.span.start - other.span.start) }),
  }
}

/** What a word is made of, be it a good one or not; these end it: `OWS`, comma, semicolon, equals sign, quote, control. */
const wordChar = (unit: number): boolean =>
  !whitespace(unit) && unit !== 0x2c && unit !== 0x3b && unit !== 0x3d && unit !== 0x22 && !control(unit)

/** Where the word that begins at `at` ends: a token, or what somebody took for one. */
export const wordEnd = (text: string, at: number): number => run(text, at, wordChar)

/** The white space and commas between elements: `OWS "," OWS` and empty elements, RFC 9110 §5.6.1.2. */
export const listGap = (unit: number): boolean => whitespace(unit) || unit === 0x2c

/** Whether `at` is behind the last character, or a comma: an element of a list ends here (RFC 9110 §5.6.1). */
export const isEnd = (text: string, at: number): boolean => at >= text.length || text[at] === ','

/** Whether an `auth-param` begins here, or what somebody took for one: a word, `BWS`, an equals sign. */
export const isParam = (text: string, at: number): boolean => text[run(text, wordEnd(text, at), whitespace)] === '='

const junk = (unit: number): boolean => unit !== 0x2c && unit !== 0x22

/** The next comma outside quotes, or the end: where reading goes on behind what can't be read. */
export function nextComma(text: string, at: number): number {
  let here = run(text, at, junk)
  while (text[here] === '"') here = run(text, closingQuote(text, here) + 1, junk)
  return Math.min(here, text.length)
}

const inner = (unit: number): boolean => unit !== 0x22 && unit !== 0x5c

/** Where the quoted-string that opens at `at` closes; the text's length where it doesn't. */
export function closingQuote(text: string, at: number): number {
  let here = run(text, at + 1, inner)
  while (text[here] === '\\') here = run(text, here + 2, inner)
  return Math.min(here, text.length)
}
