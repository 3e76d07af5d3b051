/** Reads the challenges of one `WWW-Authenticate` or `Proxy-Authenticate` line. */

import { control, tchar, whitespace } from '../http/grammar.ts'
import { run, runBack } from '../text/cursor.ts'
import type { Token } from '../text/span.ts'
import type { Challenge, Read } from './challenge.ts'
import { readElement } from './read-element.ts'
import { readParams, type Stop } from './read-params.ts'
import { isParam, listGap, nextComma, type Reading, reading } from './reading.ts'

/**
 * `WWW-Authenticate = #challenge`, RFC 9110 §11.6.1, as a recipient reads lists (§5.6.1.2: empty elements are ignored).
 * `challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]`, RFC 9110 §11.3.
 */
export function parseChallenges(value: Token): Read<readonly Challenge[]> {
  const source = reading(value)
  const challenges: Challenge[] = []
  const before = readParams(source, start(source), true, opensChallenge)
  if (before.params.length > 0) source.fault('scheme-missing', before.start, before.end, 'auth-scheme')
  for (let at = before.next; at < source.text.length; ) {
    const { element, next } = readElement(source, at, opensChallenge)
    challenges.push(element)
    at = next
  }
  return source.read(challenges)
}

/** Behind a comma each word that is no parameter's name is a scheme; without one only if a parameter comes behind it. */
const opensChallenge: Stop = (text, at, comma) => {
  const end = run(text, at, tchar)
  if (comma || end === at) return end > at
  return isParam(text, run(text, end, whitespace))
}

/** Where the first element is that can be read: what stands before it is no scheme. */
function start(source: Reading): number {
  const { text } = source
  const at = run(text, 0, listGap)
  if (at === text.length || control(text.charCodeAt(at)) || isParam(text, at) || opensChallenge(text, at, true))
    return at
  const end = nextComma(text, at)
  source.fault('scheme-not-token', at, runBack(text, end, at, whitespace), 'auth-scheme')
  return end
}
