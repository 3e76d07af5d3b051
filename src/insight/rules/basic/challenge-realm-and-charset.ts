/** Praise: a Basic challenge that leaves nothing to be guessed. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'good',
  cite: 'RFC 7617 §2.1',
  title: 'Realm and charset: nothing left to guess',
  why: 'With `charset="UTF-8"` clients know how to encode a password with umlauts in it, which they would have to guess otherwise.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Basic realm="foo", charset="UTF-8"»\n\n'],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset="ISO-8859-1"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Basic')
      .filter((challenge) => param(challenge, 'realm') && param(challenge, 'charset')?.value.toLowerCase() === 'utf-8')
      .map(({ span }) => ({ in: 'response', span })),
}

export default rule
