/** Without `qop` a client falls back to what Digest was in 1997. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { appended } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: 'The challenge offers no `qop`',
  why: 'Without `qop` clients send neither `nc` nor `cnonce`, as in RFC 2069: replays go unnoticed, and the server alone decides what gets hashed. Every implementation has to use it, and `qop="auth"` is what all clients know.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» realm="a", nonce="b"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «Digest» realm="a", nonce="b", Basic realm="a"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest')
      // Where nothing at all stands, `realm` and `nonce` are missed already.
      .filter((challenge) => challenge.payload.kind === 'params' && !param(challenge, 'qop'))
      .map((challenge) => {
        return { in: 'response', span: challenge.scheme.span, fix: appended(challenge, 'qop="auth"') }
      }),
}

export default rule
