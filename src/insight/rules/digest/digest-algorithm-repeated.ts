/** Several Digest challenges in one response differ in their algorithm. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Rule } from '../../rule.ts'
import { algorithmOf, offersByField } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.7',
  title: '{algorithm} is offered twice',
  why: 'Several Digest challenges in one response are alternatives to choose from by their `algorithm`, so each needs another one. Without the parameter it is MD5.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: Digest realm="a", nonce="c", algorithm=«sha-256»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5, «Digest» realm="c", nonce="b"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256, Digest realm="a", nonce="b", algorithm=SHA-256-sess, Digest realm="a", nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=MD5\nProxy-Authenticate: Digest realm="p", nonce="b", algorithm=MD5\n\n',
    ],
  },
  check: ({ response }) =>
    offersByField(response).flatMap(({ offers }) => {
      const seen = new Set<string>()
      return offers.flatMap((offer) => {
        const algorithm = algorithmOf(offer)
        if (!seen.has(algorithm)) {
          seen.add(algorithm)
          return []
        }
        const { span } = param(offer, 'algorithm')?.raw ?? offer.scheme
        return [{ in: 'response', span, slots: { algorithm: algorithm.toUpperCase() || '""' } }]
      })
    }),
}

export default rule
