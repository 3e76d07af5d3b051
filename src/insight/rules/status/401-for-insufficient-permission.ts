/** Who was recognised, and may not, needs no other credentials but other rights. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §11.4',
  title: 'Not allowed is 403, not 401',
  why: 'The credentials were understood, and what is missing is a right: then the answer ought to be 403. At a 401 clients log in once more, with the same result, and browsers ask for the password again.',
  examples: {
    bad: [
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Basic realm="a"\nContent-Type: application/json\n\n{"error":"Insufficient permissions"}',
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\nThis requires the role admin.',
    ],
    good: [
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 403 Forbidden\n\n{"error":"Insufficient permissions"}',
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\nWrong password: access denied.',
      // Nobody was recognised yet.
      'GET /admin HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n{"error":"Insufficient permissions"}',
      // A stronger login would help (RFC 9470 §3).
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", acr_values="otp"\n\n{"detail":"Insufficient permissions for your login"}',
    ],
  },
  check({ request, response }) {
    if (response?.message.line.code !== 401 || shownIn(request).length === 0) return []
    // Where the challenge names its error, it says what would help.
    if (challengesOf(response).some((each) => param(each, 'error') ?? param(each, 'stale'))) return []
    if (!LACKS_RIGHTS.test(response.message.body.text.slice(0, 10_000))) return []
    return [{ in: 'response', span: response.message.line.status.span }]
  },
}

const LACKS_RIGHTS =
  /\b(?:insufficient|inadequate|missing|required?|requires the)[ _-](?:permissions?|privileges?|rights?|roles?)\b|\bpermission[ _-]denied\b|\badmin(?:istrator)? (?:role|rights?|privileges|access) (?:is )?required\b/i

export default rule
