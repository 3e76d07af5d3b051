/** Not enough, but how much would be? */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 6750 §3.1',
  title: 'Which scope would do?',
  why: '`insufficient_scope` may come with `scope`, the scope that this resource wants. With it a client can ask for just that in one round trip; without it somebody must look into the documentation.',
  examples: {
    bad: [
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error=«"insufficient_scope"»\n\n',
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer realm="a", error=«insufficient_scope», scope=""\n\n',
    ],
    good: [
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope="files:write"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
  },
  check({ response }) {
    const challenges = challengesOf(response, 'Bearer')
    if (challenges.some((each) => param(each, 'scope')?.value)) return []
    return challenges.flatMap((each) => {
      const error = param(each, 'error')
      return error?.value === 'insufficient_scope' ? [{ in: 'response', span: error.raw.span } as const] : []
    })
  },
}

export default rule
