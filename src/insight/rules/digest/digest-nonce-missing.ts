/** Without a nonce there is nothing that makes one answer differ from another. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: 'Digest needs a nonce',
  why: 'The `nonce` is hashed together with the password, so that an answer is good for this challenge only. Clients ignore a challenge without one; Base64 or hex of something that nobody can guess will do.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="a", qop="auth"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", «Digest» realm="a", algorithm=SHA-256\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", qop="auth", Nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest')
      .filter((challenge) => !param(challenge, 'nonce'))
      .map(({ scheme: { span } }) => ({ in: 'response', span })),
}

export default rule
