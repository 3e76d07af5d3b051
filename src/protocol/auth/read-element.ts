/** Reads one challenge, or credentials: they have the same shape. */

import { runIn, tableOf } from '../text/cursor.ts'
import type { AuthElement, AuthParam, Payload } from './challenge.ts'
import { readParams, type Stop } from './read-params.ts'
import {
  closingQuote,
  EQUALS,
  fault,
  isEnd,
  isParam,
  LIST_GAP,
  type Reading,
  SPACE,
  spanAt,
  stands,
  TCHAR,
  TOKEN68,
  tokenAt,
  WHITESPACE,
  wordEnd,
} from './reading.ts'

/**
 * `auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.3 and §11.4. A list of challenges and the parameters of
 * each are both parted by commas: a parameter belongs to the last scheme that was named, if a space stands behind that.
 * `next` is where reading goes on: at the end, or at the next element.
 */
export function readElement(reading: Reading, at: number, stop: Stop): { element: AuthElement; next: number } {
  const { text } = reading
  const schemeEnd = readScheme(reading, at)
  const mark = stands(':', text, schemeEnd) || stands(';', text, schemeEnd) ? schemeEnd + 1 : schemeEnd
  const spaces = runIn(text, mark, SPACE)
  const start = runIn(text, spaces, WHITESPACE)
  const token68 = readToken68(reading, start)
  const direct = token68 !== undefined && isParam(text, runIn(text, token68, WHITESPACE))
  const list = readParams(reading, token68 ?? start, token68 === undefined || direct, stop)
  const some = list.params.length > 0

  const wanted = some || !isEnd(text, start)
  const parted = spaces > mark && (spaces === start || isEnd(text, start))
  if (mark > schemeEnd || (wanted && !parted)) {
    fault(reading, 'scheme-space-missing', schemeEnd, Math.max(start, schemeEnd + 1), 'SP')
  }
  if (some && token68 !== undefined) fault(reading, 'token68-and-params', list.start, list.end, 'token68')

  const payload = payloadOf(reading, start, token68, list.params)
  const end = token68 ?? (some ? list.end : schemeEnd)
  return {
    element: { scheme: tokenAt(reading, at, schemeEnd), payload, span: spanAt(reading, at, end) },
    next: list.next,
  }
}

function payloadOf(
  reading: Reading,
  start: number,
  token68: number | undefined,
  params: readonly AuthParam[],
): Payload {
  if (token68 !== undefined) return { kind: 'token68', token68: tokenAt(reading, start, token68) }
  return params.length > 0 ? { kind: 'params', params } : { kind: 'bare' }
}

/** `auth-scheme = token`, RFC 9110 §11.1: its end. A colon behind it is a slip of its own: `Bearer: …`. */
function readScheme(reading: Reading, at: number): number {
  const end = runIn(reading.text, at, TCHAR)
  const loose = wordEnd(reading.text, end)
  if (end === loose || (end > at && stands(':', reading.text, end))) return end
  fault(reading, 'scheme-not-token', at, loose, 'token')
  return loose
}

/**
 * `token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 9110 §11.2: its end, or undefined where
 * parameters or nothing come. `realm=` is a token68, unless a parameter behind a comma shows that it isn't meant so.
 */
function readToken68(reading: Reading, start: number): number | undefined {
  const { text } = reading
  const padding = runIn(text, start, TOKEN68)
  const end = runIn(text, padding, EQUALS)
  const behind = runIn(text, end, WHITESPACE)
  const paramLike = end < padding + 2 && isParam(text, start)
  if (padding > start && isEnd(text, behind) && !(paramLike && isParam(text, runIn(text, behind, LIST_GAP)))) return end
  if (paramLike) return undefined
  const loose = stands('"', text, start)
    ? Math.min(closingQuote(text, start) + 1, text.length)
    : runIn(text, start, LOOSE)
  if (loose === start) return undefined
  if (loose > end || padding === start) fault(reading, 'token68-malformed', start, loose, 'token68')
  return loose
}

const LOOSE = tableOf((unit) => unit > 0x20 && unit !== 0x22 && unit !== 0x2c && unit !== 0x7f)
