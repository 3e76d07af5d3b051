/** Who asks for somebody's name ought not to learn whether there is such a user. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 8120 §4.1',
  title: '`{reason}` tells who has an account here',
  why: 'Whoever tries names finds out which ones exist. Say `auth-failed` for both, and answer an unknown user’s key exchange with any key, as if there were somebody.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=«user-unknown»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=«invalid-credential»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=auth-failed\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other reason=user-unknown\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Mutual').flatMap((challenge) => {
      const reason = param(challenge, 'reason')
      if (!reason || !['user-unknown', 'invalid-credential'].includes(reason.value.toLowerCase())) return []
      const { span } = reason.raw
      return [{ in: 'response', span, slots: { reason: reason.value }, fix: { span, insert: 'auth-failed' } }]
    }),
}

export default rule
