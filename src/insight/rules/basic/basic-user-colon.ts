/** A name with a colon in it can't be sent. */

import { octetsOf, sameOctets } from '../../../protocol/text/octets.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { userPassesIn } from '../user-passes.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7617 §2',
  title: 'A colon in the user name',
  why: 'The first colon ends the name, so the server reads a shorter name and a longer password than were typed. Names with a colon can’t log in by Basic; a password may contain some.',
  examples: {
    bad: [
      // me:too:secret
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «bWU6dG9vOnNlY3JldA==»\n\n',
        circumstances: { typed: { user: 'me:too', password: 'secret' } },
      },
    ],
    good: [
      // The same, with the colon in the password.
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic bWU6dG9vOnNlY3JldA==\n\n',
        circumstances: { typed: { user: 'me', password: 'too:secret' } },
      },
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic bWU6dG9vOnNlY3JldA==\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
    ],
  },
  check(view) {
    const { typed } = view.circumstances
    return userPassesIn(view).flatMap(({ token: { span }, octets }): readonly (Found | Lack)[] => {
      if (octets.indexOf(COLON) === octets.lastIndexOf(COLON)) return []
      if (!typed) return [{ needs: 'typed' }]
      const sent = sameOctets(octets, octetsOf(`${typed.user}:${typed.password}`))
      return sent && typed.user.includes(':') ? [{ in: 'request', span }] : []
    })
  },
}

const COLON = 0x3a

export default rule
