/** MD5 alone is no longer an offer. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §3.2',
  title: 'Nothing better than MD5 on offer',
  why: 'Without `algorithm` Digest means MD5, kept for old clients only and not recommended any more. Offer SHA-256 before it, in a challenge of its own.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="a", qop="auth", nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", «algorithm=md5-sess»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
  },
  check({ response }) {
    const offers = challengesOf(response, 'Digest').map((challenge) => {
      const algorithm = param(challenge, 'algorithm')
      const weak = /^md5(?:-sess)?$/i.test(algorithm?.value ?? 'MD5')
      return { weak, span: algorithm?.span ?? challenge.scheme.span }
    })
    return offers.every(({ weak }) => weak) ? offers.map(({ span }) => ({ in: 'response', span })) : []
  },
}

export default rule
