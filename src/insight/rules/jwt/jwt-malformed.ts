/** A token that begins like a JWT, and isn't one. */

import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §7.2',
  title: 'This is no readable JWT',
  why: 'A JWT has three parts with dots between them, each in base64url without padding; the first two decode to JSON objects. A server answers 401 with `invalid_token` to any other.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGc...expired_token»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiJ9.e30»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«e31».AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJhbGciOiJIUzI1NiI».e30.AA\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA\n\n',
      // Five parts and an `enc`: encrypted (RFC 7516 §7.1).
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AA.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      if (jwt.parts.length === 5 && jwt.header?.enc !== undefined) return []
      // A claim that stands twice is told about by a rule of its own.
      const fault = jwt.faults.find(({ code }) => !code.endsWith('-duplicate'))
      if (!fault) return []
      return [{ in: 'request', span: fault.span.start < fault.span.end ? fault.span : token.span }]
    }),
}

export default rule
