/** A server that finds a Hawk timestamp stale tells the client its own time, and signs it. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'Hawk §replay-protection',
  title: 'The client can’t set its clock by this: no `{name}`',
  why: 'A stale timestamp is answered with 401 and `Hawk` with `ts`, the server’s time, `tsm`, a MAC over it, and `error`. Only then can the client correct its clock, and only after it checked `tsm`, or else anybody could make it sign for the future.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Hawk» error="Stale timestamp"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Hawk» ts="1353832234", error="Stale timestamp"\n\n',
    ],
    good: [
      // Hawk’s documentation, with the tsm that belongs to it.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Hawk ts="1353832234", tsm="2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=", error="Stale timestamp"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Hawk error="Bad mac"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Hawk\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Hawk').flatMap((challenge): readonly Found[] => {
      const missing = ['ts', 'tsm'].filter((name) => !param(challenge, name)?.value)
      const stale = /stale|timestamp/i.test(param(challenge, 'error')?.value ?? '')
      if (missing.length === 0 || (missing.length === 2 && !stale)) return []
      return [{ in: 'response', span: challenge.scheme.span, slots: { name: missing.join(', ') } }]
    }),
}

export default rule
