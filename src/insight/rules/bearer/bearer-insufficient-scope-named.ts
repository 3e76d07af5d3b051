/** Praise: a 403 that says which scope would open the door. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'good',
  cite: 'RFC 6750 §3.1',
  title: 'It names the missing scope',
  why: 'With `insufficient_scope` comes the scope that is needed, `{scope}`: a client can ask for just that, in one round trip.',
  examples: {
    bad: ['HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", «scope="files:write"»\n\n'],
    good: [
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", scope="read"\n\n',
    ],
  },
  check({ response }) {
    if (response?.message.line.code !== 403) return []
    return challengesOf(response, 'Bearer').flatMap((challenge) => {
      const scope = param(challenge, 'scope')
      if (!scope?.value || param(challenge, 'error')?.value !== 'insufficient_scope') return []
      return [{ in: 'response', span: scope.span, slots: { scope: scope.value } }]
    })
  },
}

export default rule
