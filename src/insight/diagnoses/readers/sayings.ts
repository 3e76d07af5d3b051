/** What a response says about its refusal: in the challenges, or in the body. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Found, Reading } from '../../rule.ts'

/** What is said is said soon. */
const ENOUGH = 5000

const PARAMS = ['error_description', 'error']

/** The first parameter of a challenge that says so, or where the body does. */
export function sayingIn(response: Reading | undefined, pattern: RegExp): Found | undefined {
  if (!response) return undefined
  for (const challenge of challengesOf(response)) {
    const said = PARAMS.map((name) => param(challenge, name)).find((each) => each && pattern.test(each.value))
    if (said) return { in: 'response', span: said.raw.span }
  }
  const { text, span } = response.message.body
  const found = pattern.exec(text.slice(0, ENOUGH))
  if (!found) return undefined
  const start = span.start + found.index
  return { in: 'response', span: { start, end: start + found[0].length } }
}

/** As servers say that they got no credentials. */
export const NOTHING_CAME =
  /\b(?:no|missing)(?: [\w-]{1,20}){0,2} (?:token|header|credentials|key)\b|\b(?:token|header|credentials|key)(?: is| are| was| were)? (?:missing|not (?:found|provided|present|set|supplied))\b|\bnot authenticated\b/i
