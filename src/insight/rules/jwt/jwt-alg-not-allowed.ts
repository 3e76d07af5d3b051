/** The recipient says which algorithms it takes, not the token. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8725 §3.1',
  title: '{alg} is not taken here',
  why: 'The resource takes tokens signed with {allowed}, and this one says `alg: {alg}`. A server that believed the token would let an attacker choose, for instance HS256 with the public key as the secret.',
  examples: {
    bad: [
      // {"alg":"HS256"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiJ9».eyJzdWIiOiJhZGEifQ.AA\n\n',
      // {"alg":"es256"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJhbGciOiJlczI1NiJ9».eyJzdWIiOiJhZGEifQ.AA\n\n',
    ],
    good: [
      // {"alg":"ES256"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
      // None at all is told about by a rule of its own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJub25lIn0.e30.\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
    ],
    circumstances: { algorithms: ['RS256', 'ES256'] },
  },
  check(view) {
    const { algorithms } = view.circumstances
    return jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const alg = jwt.header?.alg
      if (typeof alg !== 'string' || alg.toLowerCase() === 'none' || jwt.header?.enc !== undefined) return []
      if (!algorithms) return [{ needs: 'algorithms' }]
      if (algorithms.includes(alg)) return []
      const slots = { alg, allowed: algorithms.join(', ') || '–' }
      return [{ in: 'request', span: jwt.parts[0]?.span ?? token.span, slots }]
    })
  },
}

export default rule
