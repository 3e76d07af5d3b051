/** A realm in other letters than ASCII arrives as it pleases. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7617 §3',
  title: 'A realm with more than ASCII in it',
  why: 'No encoding is laid down for the realm, and `charset` doesn’t apply to it: one browser reads UTF-8, the next Latin-1. Where the realm goes into a calculation, as in Digest, the login then fails; write it in ASCII.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm=«"Küche"», charset="UTF-8"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm=«"社内"», nonce="b"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="Kueche", charset="UTF-8"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", title="Küche"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response).flatMap((challenge) => {
      const realm = param(challenge, 'realm')
      return realm && /[\u0080-\uffff]/.test(realm.value) ? [{ in: 'response', span: realm.raw.span }] : []
    }),
}

export default rule
