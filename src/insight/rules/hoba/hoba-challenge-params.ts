/** Without its lifetime, or without something to sign, a HOBA challenge can't be answered. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { missingIn } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7486 §3',
  title: 'The HOBA challenge lacks {missing}',
  why: 'A HOBA challenge has `challenge`, which the client signs, and `max-age`, the seconds for which an answer is taken; only `realm` may be left out. Without {missing} a client can’t answer, or doesn’t know how long its answer is good.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «HOBA» challenge="Onw38tAmpZ__ZUEQMjKKtw", realm="House"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="House", «HOBA»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA challenge="Onw38tAmpZ__ZUEQMjKKtw", max-age=0\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: HOBA Max-Age="10", challenge=Onw38tAmpZ__ZUEQMjKKtw, realm="House"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="a.b.c.d"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'HOBA').flatMap((challenge) => {
      const missing = missingIn(challenge, ['challenge', 'max-age'])
      if (missing.length === 0) return []
      return [{ in: 'response', span: challenge.scheme.span, slots: { missing: missing.join(', ') } }]
    }),
}

export default rule
