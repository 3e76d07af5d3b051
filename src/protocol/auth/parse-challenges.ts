/** Reads the challenges of one `WWW-Authenticate` or `Proxy-Authenticate` line. */

import { control, whitespace } from '../http/grammar.ts'
import { runBack, runIn } from '../text/cursor.ts'
import type { Token } from '../text/span.ts'
import type { Challenge, Read } from './challenge.ts'
import { readElement } from './read-element.ts'
import { readParams, type Stop } from './read-params.ts'
import { fault, isParam, LIST_GAP, nextComma, type Reading, readAs, reading, TCHAR, WHITESPACE } from './reading.ts'

/**
 * `WWW-Authenticate = #challenge`, RFC 9110 §11.6.1, as a recipient reads lists (§5.6.1.2: empty elements are ignored).
 * `challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.3.
 */
export function parseChallenges(value: Token): Read<readonly Challenge[]> {
  const source = reading(value)
  const challenges: Challenge[] = []
  for (let at = firstScheme(source); at < source.text.length; ) {
    const { element, next } = readElement(source, at, opensChallenge)
    challenges.push(element)
    at = next
  }
  return readAs(source, challenges)
}

/** Behind a comma each word that is no parameter's name is a scheme; without one only if a parameter comes behind it. */
const opensChallenge: Stop = (text, at, comma) => {
  const end = runIn(text, at, TCHAR)
  if (comma || end === at) return end > at
  return isParam(text, runIn(text, end, WHITESPACE))
}

/** Where the first challenge begins: what stands before it belongs to none. */
function firstScheme(source: Reading): number {
  const { text } = source
  const at = runIn(text, 0, LIST_GAP)
  const readable = at === text.length || control(text.charCodeAt(at)) || isParam(text, at)
  if (!readable && opensChallenge(text, at, true)) return at
  const from = readable ? at : nextComma(text, at)
  if (!readable) fault(source, 'scheme-not-token', at, runBack(text, from, at, whitespace), 'auth-scheme')
  const before = readParams(source, from, true, opensChallenge)
  if (before.params.length > 0) fault(source, 'scheme-missing', before.start, before.end, 'auth-scheme')
  return before.next
}
