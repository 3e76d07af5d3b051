/** A client that authenticated by the header field, and failed, is asked again in the scheme that it used. */

import { sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { callOf, errorOf, restated } from '../oauth-endpoints.ts'

const TOKEN = 'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n'
const BASIC = 'Authorization: Basic czZCaGRSa3F0MzpnWDFmQmF0M2JW\n'
const FAILED = 'Content-Type: application/json\n\n{"error":"invalid_client"}'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §5.2',
  title: '`invalid_client` is answered by 401 and a challenge',
  why: 'A client that authenticates by `Authorization` and fails gets 401 with a challenge of the scheme that it used. Where its secret was in the body, 400 will do, too. Libraries look at the status and the challenge to tell a wrong secret from a wrong request.',
  examples: {
    bad: [
      `${TOKEN}${BASIC}\ngrant_type=client_credentials\n---\nHTTP/1.1 «400» Bad Request\nWWW-Authenticate: Basic realm="as"\n${FAILED}`,
      `${TOKEN}${BASIC}\ngrant_type=client_credentials\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="as"\n${FAILED}`,
      `${TOKEN}\ngrant_type=client_credentials&client_id=a&client_secret=b\n---\nHTTP/1.1 «403» Forbidden\n${FAILED}`,
    ],
    good: [
      `${TOKEN}${BASIC}\ngrant_type=client_credentials\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="as"\n${FAILED}`,
      `${TOKEN}${BASIC}\ngrant_type=client_credentials\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\nWWW-Authenticate: Basic realm="as"\n${FAILED}`,
      `${TOKEN}\ngrant_type=client_credentials&client_id=a&client_secret=b\n---\nHTTP/1.1 400 Bad Request\n${FAILED}`,
      `${TOKEN}\ngrant_type=client_credentials&client_id=a&client_secret=b\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="as"\n${FAILED}`,
      `${TOKEN}${BASIC}\ngrant_type=client_credentials\n---\nHTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_scope"}`,
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call?.response || errorOf(view) !== 'invalid_client') return []
    const { response } = call
    const { code, status } = response.message.line
    const shown = shownIn(call.request)[0]?.credentials.scheme.text
    const challenges = challengesOf(response)
    const asked = shown !== undefined && challenges.some(({ scheme }) => sameScheme(scheme.text, shown))
    // A 401 without any challenge is the matter of another rule.
    if (code === 401 ? shown === undefined || challenges.length === 0 || asked : code === 400 && shown === undefined) {
      return []
    }
    const fix = asked ? restated(response, 401) : shown === undefined ? restated(response, 400) : undefined
    return [{ in: 'response', span: status.span, fix }]
  },
}

export default rule
