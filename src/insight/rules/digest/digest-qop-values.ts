/** Of the qualities of protection there are two, and clients know one. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { wordsOf } from '../digests.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §3.3',
  title: 'Hardly a client can answer `qop={qop}`',
  why: 'There are `auth`, and `auth-int`, which covers the body as well; clients skip all other words. With `auth-int` alone curl hashes an empty body and common libraries give up, so offer `auth` besides.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop=«"auth-int"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop=«"auth-conf, token"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop=«""»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth-conf,auth-int, auth"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest').flatMap((challenge) => {
      const qop = param(challenge, 'qop')
      if (!qop || wordsOf(qop.value).includes('auth')) return []
      return [{ in: 'response', span: qop.raw.span, slots: { qop: qop.raw.text || '""' } }]
    }),
}

export default rule
