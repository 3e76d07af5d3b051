/** Reads the credentials of an `Authorization` or `Proxy-Authorization` line. */

import { runIn } from '../text/cursor.ts'
import type { Token } from '../text/span.ts'
import type { Credentials, Read } from './challenge.ts'
import { readElement } from './read-element.ts'
import { never } from './read-params.ts'
import { fault, isParam, LIST_GAP, readAs, reading, WHITESPACE, wordEnd } from './reading.ts'

/**
 * `credentials = auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.4. One, not a list of them: a comma may
 * stand between parameters only, where recipients ignore empty elements (§5.6.1.2).
 */
export function parseCredentials(value: Token): Read<Credentials | undefined> {
  const source = reading(value)
  const { text } = source
  const start = runIn(text, 0, WHITESPACE)
  const at = runIn(text, start, LIST_GAP)
  const named = wordEnd(text, at) > at && !isParam(text, at)
  if (!named) {
    fault(source, 'scheme-missing', start, text.length, 'auth-scheme')
    return readAs(source, undefined)
  }
  if (at > start) fault(source, 'scheme-missing', start, at, 'auth-scheme')
  const { element } = readElement(source, at, never)
  const end = element.span.end - value.span.start
  const comma = runIn(text, end, WHITESPACE)
  if (text[comma] === ',') {
    if (element.payload.kind === 'token68') fault(source, 'token68-malformed', comma, comma + 1, 'token68')
    if (element.payload.kind === 'bare' && text[end] !== ' ')
      fault(source, 'scheme-space-missing', end, comma + 1, 'SP')
  }
  return readAs(source, element)
}
