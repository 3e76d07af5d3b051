/** A token that nobody has signed proves nothing. */

import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9068 §2.1',
  title: 'Nobody has signed this token',
  why: 'Its header says `alg: none`, so anybody could have written it. An access token must be signed, and servers must refuse one that is not.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJub25lIn0».e30.\n\n',
      // {"alg":"nOnE"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJhbGciOiJuT25FIn0».e30.\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA\n\n'],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      const alg = jwt.header?.alg
      if (typeof alg !== 'string' || alg.toLowerCase() !== 'none') return []
      return [{ in: 'request', span: jwt.parts[0]?.span ?? token.span }]
    }),
}

export default rule
