/** `HOBA-RES = kid "." challenge "." nonce "." sig`, RFC 7486 §2: the four parts of `result`, with their places. */

import type { AuthParam } from '../../auth/challenge.ts'
import type { Token } from '../../text/span.ts'
import { token } from '../../text/span.ts'

export type PartName = 'kid' | 'challenge' | 'nonce' | 'sig'
export type Result = Readonly<Record<PartName, Token>>

const BASE64URL = /^[A-Za-z0-9_-]+$/
/** Departures: RFC 7486's own example (Appendix B) has a challenge with `/` and `=`, which base64url doesn't know. */
const CHALLENGE = /^[A-Za-z0-9_\-+/]+={0,2}$/

/** Whether a challenge can stand in a result. */
export const isChallenge = (text: string): boolean => CHALLENGE.test(text)

/** Undefined where there are not four parts of the right characters. */
export function readResult({ raw, value, quoted }: AuthParam): Result | undefined {
  const start = raw.span.start + (quoted ? 1 : 0)
  if (raw.text !== (quoted ? `"${value}"` : value)) return undefined
  let at = 0
  const [kid, challenge, nonce, sig, ...more] = value.split('.').map((text) => {
    const from = at
    at += text.length + 1
    const { span } = token(value, from, from + text.length)
    return { text, span: { start: span.start + start, end: span.end + start } }
  })
  if (!kid || !challenge || !nonce || !sig || more.length > 0) return undefined
  const strict = [kid, nonce, sig].every(({ text }) => BASE64URL.test(text))
  return strict && isChallenge(challenge.text) ? { kid, challenge, nonce, sig } : undefined
}
