/** A better login is wanted, but which? */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9470 §3',
  title: 'It doesn’t say which login would do',
  why: '`insufficient_user_authentication` asks for another login. Without `acr_values` or `max_age` the client doesn’t know what to ask the authorization server for, and may come back with the same token.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error=«"insufficient_user_authentication"», error_description="Log in again"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", error_description="A different authentication level is required", acr_values="myACR"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="insufficient_user_authentication", max_age=5\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response).flatMap((challenge) => {
      const error = param(challenge, 'error')
      if (error?.value !== 'insufficient_user_authentication') return []
      if (param(challenge, 'acr_values') || param(challenge, 'max_age')) return []
      return [{ in: 'response', span: error.raw.span }]
    }),
}

export default rule
