/** How long ago a login may be is a number of seconds. */

import { param, sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9470 §3',
  title: '`max_age` is no number of seconds',
  why: '`max_age` says how many seconds ago the login may be: digits only, without sign, unit or decimal point. The client copies it into its authorization request, where the same holds.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", max_age=«"5m"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="insufficient_user_authentication", algs="ES256", max_age=«-1»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", max_age="5"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="insufficient_user_authentication", max_age=0\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Newauth max_age="5m"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response).flatMap((challenge) => {
      const age = param(challenge, 'max_age')
      if (!age || /^\d+$/.test(age.value)) return []
      if (!['Bearer', 'DPoP'].some((scheme) => sameScheme(challenge.scheme.text, scheme))) return []
      return [{ in: 'response', span: age.raw.text === '' ? age.span : age.raw.span }]
    }),
}

export default rule
