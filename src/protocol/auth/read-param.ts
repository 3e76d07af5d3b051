/** Reads one parameter, and the value of one that is not written as it should be. */

import { control, qdtext, tchar, unescaped, whitespace } from '../http/grammar.ts'
import { run } from '../text/cursor.ts'
import type { AuthParam } from './challenge.ts'
import { closingQuote, isEnd, isParam, type Reading, wordEnd } from './reading.ts'

interface Value {
  readonly end: number
  readonly text: string
  readonly quoted: boolean
}

/** `auth-param = token BWS "=" BWS ( token / quoted-string )`, RFC 9110 §11.2. Where `isParam`, else nowhere. */
export function readParam(reading: Reading, at: number): { readonly param: AuthParam; readonly end: number } {
  const { text } = reading
  const nameEnd = wordEnd(text, at)
  if (nameEnd === at || run(text, at, tchar) < nameEnd) {
    reading.fault('param-name-not-token', at, Math.max(nameEnd, at + 1), 'token')
  }
  const equals = run(text, nameEnd, whitespace)
  const ahead = run(text, equals + 1, whitespace)
  const start = isEnd(text, ahead) ? equals + 1 : ahead
  const value = text[start] === '"' ? readQuoted(reading, start) : readWord(reading, start)
  return {
    end: value.end,
    param: {
      name: reading.token(at, nameEnd),
      raw: reading.token(start, value.end),
      value: value.text,
      quoted: value.quoted,
      span: reading.token(at, value.end).span,
    },
  }
}

/**
 * `quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE`, RFC 9110 §5.6.4.
 * `quoted-pair = "\" ( HTAB / SP / VCHAR / obs-text )`. One that nothing closes reaches to the end.
 */
function readQuoted(reading: Reading, start: number): Value {
  const { text } = reading
  const close = closingQuote(text, start)
  const inner = text.slice(start + 1, close)
  for (let at = run(inner, 0, sound); at < inner.length; at = run(inner, at, sound)) {
    const from = at
    at = run(inner, from, unsound)
    reading.fault('quoted-string-control', start + 1 + from, start + 1 + at, 'qdtext')
  }
  if (close === text.length) reading.fault('quoted-string-unterminated', start, close, 'DQUOTE')
  return { end: Math.min(close + 1, text.length), text: unescaped(inner), quoted: true }
}

const sound = (unit: number): boolean => qdtext(unit) || unit === 0x22 || unit === 0x5c
const unsound = (unit: number): boolean => !sound(unit)

/** `token = 1*tchar`, RFC 9110 §5.6.2; or all that somebody took for a token, up to a space, a comma or a quote. */
function readWord(reading: Reading, start: number): Value {
  const { text } = reading
  const tokenEnd = run(text, start, tchar)
  const single = text[start] === "'" ? singleQuoted(text, start, tokenEnd) : start
  const end = single > start ? single : looseEnd(text, start)
  if (end === start) reading.fault('param-value-missing', start, start, 'token / quoted-string')
  else if (single > start) reading.fault('param-quotes-single', start, end, 'quoted-string')
  else if (tokenEnd < end) reading.fault('param-value-not-token', start, end, 'token')
  return { end, text: text.slice(start, end), quoted: false }
}

const looseChar = (unit: number): boolean =>
  !whitespace(unit) && unit !== 0x2c && unit !== 0x3b && unit !== 0x22 && !control(unit)

/** Where a value without quotes ends. A semicolon belongs to it, unless it stands where a comma ought to. */
function looseEnd(text: string, start: number): number {
  let end = run(text, start, looseChar)
  while (text[end] === ';') {
    const ahead = run(text, end + 1, whitespace)
    if (isEnd(text, ahead) || isParam(text, ahead)) return end
    end = run(text, end + 1, looseChar)
  }
  return end
}

const beforeSingle = (unit: number): boolean => unit !== 0x27 && unit !== 0x2c && unit !== 0x22 && !control(unit)

/** Where a value in single quotes ends, if they were meant as quotes: as a token it would be broken off. Else `start`. */
function singleQuoted(text: string, start: number, tokenEnd: number): number {
  const close = run(text, start + 1, beforeSingle)
  return text[close] === "'" && close >= tokenEnd ? close + 1 : start
}
