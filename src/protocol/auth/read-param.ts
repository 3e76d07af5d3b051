/** Reads one parameter, and the value of one that is not written as it should be. */

import { control, qdtext, unescaped, whitespace } from '../http/grammar.ts'
import { runIn, tableOf } from '../text/cursor.ts'
import type { AuthParam } from './challenge.ts'
import {
  closingQuote,
  fault,
  isEnd,
  isParam,
  type Reading,
  spanAt,
  stands,
  TCHAR,
  tokenAt,
  WHITESPACE,
} from './reading.ts'

interface Value {
  readonly end: number
  readonly text: string
  readonly quoted: boolean
}

/**
 * `auth-param = token BWS "=" BWS ( token / quoted-string )`, RFC 9110 §11.2. Where `isParam`, else nowhere: the
 * word at `at` ends at `nameEnd`, and at `equals` is the equals sign.
 */
export function readParam(reading: Reading, at: number, nameEnd: number, equals: number): AuthParam {
  const { text } = reading
  if (nameEnd === at || runIn(text, at, TCHAR) < nameEnd) {
    fault(reading, 'param-name-not-token', at, Math.max(nameEnd, at + 1), 'token')
  }
  const ahead = runIn(text, equals + 1, WHITESPACE)
  const start = isEnd(text, ahead) ? equals + 1 : ahead
  const value = stands('"', text, start) ? readQuoted(reading, start) : readWord(reading, start)
  return {
    name: tokenAt(reading, at, nameEnd),
    raw: tokenAt(reading, start, value.end),
    value: value.text,
    quoted: value.quoted,
    span: spanAt(reading, at, value.end),
  }
}

/**
 * `quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE`, RFC 9110 §5.6.4.
 * `quoted-pair = "\" ( HTAB / SP / VCHAR / obs-text )`. One that nothing closes reaches to the end.
 */
function readQuoted(reading: Reading, start: number): Value {
  const { text } = reading
  const plain = runIn(text, start + 1, QDTEXT)
  if (stands('"', text, plain)) return { end: plain + 1, text: text.slice(start + 1, plain), quoted: true }
  const close = closingQuote(text, start)
  const inner = text.slice(start + 1, close)
  for (let at = runIn(inner, 0, SOUND); at < inner.length; at = runIn(inner, at, SOUND)) {
    const from = at
    at = runIn(inner, from, UNSOUND)
    fault(reading, 'quoted-string-control', start + 1 + from, start + 1 + at, 'qdtext')
  }
  if (close === text.length) fault(reading, 'quoted-string-unterminated', start, close, 'DQUOTE')
  return { end: Math.min(close + 1, text.length), text: unescaped(inner), quoted: true }
}

const sound = (unit: number): boolean => qdtext(unit) || unit === 0x22 || unit === 0x5c
const QDTEXT = tableOf(qdtext)
const SOUND = tableOf(sound)
const UNSOUND = tableOf((unit) => !sound(unit))

/** `token = 1*tchar`, RFC 9110 §5.6.2; or all that somebody took for a token, up to a space, a comma or a quote. */
function readWord(reading: Reading, start: number): Value {
  const { text } = reading
  const tokenEnd = runIn(text, start, TCHAR)
  const single = stands("'", text, start) ? singleQuoted(text, start, tokenEnd) : start
  const end = single > start ? single : looseEnd(text, start)
  if (end === start) fault(reading, 'param-value-missing', start, start, 'token / quoted-string')
  else if (single > start) fault(reading, 'param-quotes-single', start, end, 'quoted-string')
  else if (tokenEnd < end) fault(reading, 'param-value-not-token', start, end, 'token')
  return { end, text: text.slice(start, end), quoted: false }
}

const LOOSE = tableOf((unit) => !whitespace(unit) && unit !== 0x2c && unit !== 0x3b && unit !== 0x22 && !control(unit))

/** Where a value without quotes ends. A semicolon belongs to it, unless it stands where a comma ought to. */
function looseEnd(text: string, start: number): number {
  let end = runIn(text, start, LOOSE)
  while (stands(';', text, end)) {
    const ahead = runIn(text, end + 1, WHITESPACE)
    if (isEnd(text, ahead) || isParam(text, ahead)) return end
    end = runIn(text, end + 1, LOOSE)
  }
  return end
}

const BEFORE_SINGLE = tableOf((unit) => unit !== 0x27 && unit !== 0x2c && unit !== 0x22 && !control(unit))

/** Where a value in single quotes ends, if they were meant as quotes: as a token it would be broken off. Else `start`. */
function singleQuoted(text: string, start: number, tokenEnd: number): number {
  const close = runIn(text, start + 1, BEFORE_SINGLE)
  return text[close] === "'" && close >= tokenEnd ? close + 1 : start
}
