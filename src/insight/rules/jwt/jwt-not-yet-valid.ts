/** A token is worth nothing before `nbf`. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { instant } from '../instants.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §4.1.5',
  title: 'This token is not valid yet',
  why: 'Its `nbf` says {from}, and now it is {now}. Servers must refuse it until then, give or take a little for clocks that differ, so look whether one of the two clocks is wrong.',
  examples: {
    bad: [
      // {"nbf":1300819381}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJuYmYiOjEzMDA4MTkzODF9».AA\n\n',
      // Sent a minute before the linter looked at it.
      'at 2011-03-22T18:42:00Z\nGET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.«eyJuYmYiOjEzMDA4MTkzODB9».AA\n\n',
    ],
    good: [
      // {"nbf":1300819380}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJuYmYiOjEzMDA4MTkzODB9.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA\n\n',
    ],
    circumstances: { now: 1300819380_000 },
  },
  check(view) {
    const { at } = view
    return jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const nbf = jwt.claims?.nbf
      if (typeof nbf !== 'number') return []
      if (at === undefined) return [{ needs: 'now' }]
      if (at >= nbf * 1000) return []
      const slots = { from: instant(nbf * 1000), now: instant(at) }
      return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots }]
    })
  },
}

export default rule
