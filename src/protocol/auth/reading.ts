/** A field value while it is read: folds taken for spaces, places given in the message's source, faults collected. */

import { unfold } from '../http/field.ts'
import { control, equalsSign, SP, tchar, token68Char, whitespace } from '../http/grammar.ts'
import type { Expected, Fault, FaultCode } from '../http/message.ts'
import { runIn, tableOf } from '../text/cursor.ts'
import type { Span, Token } from '../text/span.ts'
import type { Read } from './challenge.ts'

export interface Reading {
  /** The value with each `obs-fold` as spaces (RFC 9112 §5.2), so positions in it are those in the value as sent. */
  readonly text: string
  readonly sent: string
  /** Where in the message's source it begins. */
  readonly by: number
  /** Those noted so far. */
  readonly faults: Fault[]
}

export const reading = ({ text, span }: Token): Reading => ({
  text: unfold(text),
  sent: text,
  by: span.start,
  faults: [],
})

/** The place in the message of what stands from `start` to `end` in the value. */
export const spanAt = ({ by }: Reading, start: number, end: number): Span => ({ start: by + start, end: by + end })

/** That piece as sent, with its place in the message. */
export const tokenAt = ({ sent, by }: Reading, start: number, end: number): Token => ({
  text: sent.slice(start, end),
  span: { start: by + start, end: by + end },
})

/** Notes a fault at a place in the value. */
export function fault(reading: Reading, code: FaultCode, start: number, end: number, expected: Expected): void {
  reading.faults.push({ code, span: spanAt(reading, start, end), expected })
}

/** What was read, with the faults noted, in the order of their places. */
export const readAs = <T>({ faults }: Reading, value: T): Read<T> => ({
  value,
  faults: faults.length < 2 ? faults : faults.toSorted(byPlace),
})

const byPlace = (one: Fault, other: Fault): number => one.span.start - other.span.start

/** The classes of which challenges are made, for reading them fast. */
export const TCHAR = tableOf(tchar)
export const TOKEN68 = tableOf(token68Char)
export const EQUALS = tableOf(equalsSign)
export const SPACE = tableOf(SP)
export const WHITESPACE = tableOf(whitespace)

/** What a word is made of, be it a good one or not; these end it: `OWS`, comma, semicolon, equals sign, quote, control. */
const WORD = tableOf(
  (unit) => !whitespace(unit) && unit !== 0x2c && unit !== 0x3b && unit !== 0x3d && unit !== 0x22 && !control(unit),
)

/** Where the word that begins at `at` ends: a token, or what somebody took for one. */
export const wordEnd = (text: string, at: number): number => runIn(text, at, WORD)

/** The white space and commas between elements: `OWS "," OWS` and empty elements, RFC 9110 §5.6.1.2. */
export const LIST_GAP = tableOf((unit) => whitespace(unit) || unit === 0x2c)

/** Whether that character stands at `at`. Asked so, a place behind the end costs no more than another. */
export const stands = (char: string, text: string, at: number): boolean => at < text.length && text[at] === char

/** Whether `at` is behind the last character, or a comma: an element of a list ends here (RFC 9110 §5.6.1). */
export const isEnd = (text: string, at: number): boolean => at >= text.length || text[at] === ','

/** Whether an `auth-param` begins here, or what somebody took for one: a word, `BWS`, an equals sign. */
export const isParam = (text: string, at: number): boolean =>
  stands('=', text, runIn(text, wordEnd(text, at), WHITESPACE))

const JUNK = tableOf((unit) => unit !== 0x2c && unit !== 0x22)

/** The next comma outside quotes, or the end: where reading goes on behind what can't be read. */
export function nextComma(text: string, at: number): number {
  let here = runIn(text, at, JUNK)
  while (stands('"', text, here)) here = runIn(text, closingQuote(text, here) + 1, JUNK)
  return Math.min(here, text.length)
}

const INNER = tableOf((unit) => unit !== 0x22 && unit !== 0x5c)

/** Where the quoted-string that opens at `at` closes; the text's length where it doesn't. */
export function closingQuote(text: string, at: number): number {
  let here = runIn(text, at + 1, INNER)
  while (stands('\\', text, here)) here = runIn(text, here + 2, INNER)
  return Math.min(here, text.length)
}
