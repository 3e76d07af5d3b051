/** Praise: a challenge from which a client that knows nothing can find its way to a token. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'good',
  cite: 'RFC 9728 §5.1',
  title: 'It says where to learn more',
  why: '`resource_metadata` leads a client to the authorization servers that this resource trusts, so nobody must configure them by hand.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer «resource_metadata="https://a.example/.well-known/oauth-protected-resource"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer resource_metadata="/relative"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Bearer').flatMap((challenge) => {
      const found = param(challenge, 'resource_metadata')
      return found?.value.startsWith('https://') ? [{ in: 'response', span: found.span }] : []
    }),
}

export default rule
