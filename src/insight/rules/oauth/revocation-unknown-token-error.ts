/** A token that nobody knows is as dead as it should be. */

import type { Rule } from '../../rule.ts'
import { callOf, errorOf } from '../oauth-endpoints.ts'

/** What servers answer instead. None of them is an error of this endpoint. */
const UNKNOWN = /^(?:invalid_token|unknown_token|token_not_found|not_found|token_expired|expired_token)$/

const revoke = (status: string, error = '') =>
  `POST /revoke HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic YTpi\n\ntoken=45ghiukldjahdnhzdauz\n---\nHTTP/1.1 ${status}\n${error && `Content-Type: application/json\n\n{"error":"${error}"}`}\n`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7009 §2.2',
  title: 'An unknown token is no error here',
  why: 'The client wants a token to be invalid, and it is: so the answer is 200, whether the server knew it or not. A client could do nothing about the error anyway.',
  examples: {
    bad: [revoke('«400» Bad Request', 'invalid_token'), revoke('«404» Not Found', 'token_not_found')],
    good: [
      revoke('200 OK'),
      revoke('400 Bad Request', 'unsupported_token_type'),
      revoke('401 Unauthorized\nWWW-Authenticate: Basic realm="as"', 'invalid_client'),
      revoke('401 Unauthorized\nWWW-Authenticate: Bearer realm="as"', 'invalid_token'),
      revoke('503 Service Unavailable\nRetry-After: 60', 'not_found'),
      revoke('404 Not Found'),
    ],
  },
  check(view) {
    if (callOf(view)?.endpoint !== 'revocation' || !UNKNOWN.test(errorOf(view) ?? '')) return []
    const { code = 0, status } = view.response?.message.line ?? {}
    // 401 is about the caller's own token, where it shows one.
    return status && code !== 401 && code < 500 ? [{ in: 'response', span: status.span }] : []
  },
}

export default rule
