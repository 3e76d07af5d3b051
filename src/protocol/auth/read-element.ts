/** Reads one challenge, or credentials: they have the same shape. */

import { equalsSign, SP, tchar, token68Char, whitespace } from '../http/grammar.ts'
import { run } from '../text/cursor.ts'
import type { AuthElement, Payload } from './challenge.ts'
import { readParams, type Stop } from './read-params.ts'
import { closingQuote, isEnd, isParam, listGap, type Reading, wordEnd } from './reading.ts'

/**
 * `auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.3 and §11.4. A list of challenges and the parameters of
 * each are both parted by commas: a parameter belongs to the last scheme that was named, if a space stands behind that.
 * `next` is where reading goes on: at the end, or at the next element.
 */
export function readElement(reading: Reading, at: number, stop: Stop): { element: AuthElement; next: number } {
  const { text } = reading
  const schemeEnd = readScheme(reading, at)
  const mark = text[schemeEnd] === ':' || text[schemeEnd] === ';' ? schemeEnd + 1 : schemeEnd
  const spaces = run(text, mark, SP)
  const start = run(text, spaces, whitespace)
  const token68 = readToken68(reading, start)
  const direct = token68 !== undefined && isParam(text, run(text, token68, whitespace))
  const list = readParams(reading, token68 ?? start, token68 === undefined || direct, stop)
  const some = list.params.length > 0

  const wanted = some || !isEnd(text, start)
  const parted = spaces > mark && (spaces === start || isEnd(text, start))
  if (mark > schemeEnd || (wanted && !parted)) {
    reading.fault('scheme-space-missing', schemeEnd, Math.max(start, schemeEnd + 1), 'SP')
  }
  if (some && token68 !== undefined) reading.fault('token68-and-params', list.start, list.end, 'token68')

  const take = (payload: Payload, end: number) => ({
    element: { scheme: reading.token(at, schemeEnd), payload, span: reading.token(at, end).span },
    next: list.next,
  })
  if (token68 !== undefined) return take({ kind: 'token68', token68: reading.token(start, token68) }, token68)
  return some ? take({ kind: 'params', params: list.params }, list.end) : take({ kind: 'bare' }, schemeEnd)
}

/** `auth-scheme = token`, RFC 9110 §11.1: its end. A colon behind it is a slip of its own: `Bearer: …`. */
function readScheme(reading: Reading, at: number): number {
  const end = run(reading.text, at, tchar)
  const loose = wordEnd(reading.text, at)
  if (end === loose || (end > at && reading.text[end] === ':')) return end
  reading.fault('scheme-not-token', at, loose, 'token')
  return loose
}

/**
 * `token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 9110 §11.2: its end, or undefined where
 * parameters or nothing come. `realm=` is a token68, unless a parameter behind a comma shows that it isn't meant so.
 */
function readToken68(reading: Reading, start: number): number | undefined {
  const { text } = reading
  const padding = run(text, start, token68Char)
  const end = run(text, padding, equalsSign)
  const behind = run(text, end, whitespace)
  const paramLike = end < padding + 2 && isParam(text, start)
  if (padding > start && isEnd(text, behind) && !(paramLike && isParam(text, run(text, behind, listGap)))) return end
  const loose = text[start] === '"' ? Math.min(closingQuote(text, start) + 1, text.length) : run(text, start, looseChar)
  if (loose === start || paramLike) return undefined
  if (loose > end || padding === start) reading.fault('token68-malformed', start, loose, 'token68')
  return loose
}

const looseChar = (unit: number): boolean => unit > 0x20 && unit !== 0x22 && unit !== 0x2c && unit !== 0x7f
