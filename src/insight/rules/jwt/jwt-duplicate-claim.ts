/** A claim stands once in a token. */

import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §4',
  title: '`{name}` stands twice in the token',
  why: 'Names in a JWT must be unique. One reader takes the first `{name}` and the next the last, so a check may look at another value than the one that is used.',
  examples: {
    bad: [
      // {"sub":"ada","sub":"eve"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJzdWIiOiJhZGEiLCJzdWIiOiJldmUifQ».AA\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n'],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ jwt }) =>
      jwt.faults.flatMap(({ span, name }) => (name === undefined ? [] : [{ in: 'request', span, slots: { name } }])),
    ),
}

export default rule
