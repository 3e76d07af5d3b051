/** What an access token of the JWT profile always says. */

import type { Rule } from '../../rule.ts'
import { typOf } from '../jwt-kinds.ts'
import { jwtsIn } from '../tokens.ts'

const REQUIRED = ['iss', 'exp', 'aud', 'sub', 'client_id', 'iat', 'jti']

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9068 §2.2',
  title: 'The access token lacks `{missing}`',
  why: 'A token of type `at+jwt` says who issued it, for whom, about whom, to which client, when, until when, and which one it is. Servers count on all seven claims, and `{missing}` is not there.',
  examples: {
    bad: [
      // {"iss":"https://as.example","sub":"ada","exp":1300819380}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.«eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJzdWIiOiJhZGEiLCJleHAiOjEzMDA4MTkzODB9».AA\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUiLCJleHAiOjEzMDA4MTkzODAsImF1ZCI6Imh0dHBzOi8vYS5leGFtcGxlIiwic3ViIjoiYWRhIiwiY2xpZW50X2lkIjoiYXBwIiwiaWF0IjoxMzAwODE1NzgwLCJqdGkiOiIxIn0.AA\n\n',
      // {"typ":"JWT","alg":"HS256"}: another profile, of which we know nothing.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      const { claims } = jwt
      if (!claims || typOf(jwt) !== 'at+jwt') return []
      const missing = REQUIRED.filter((name) => claims[name] === undefined).join(', ')
      return missing === '' ? [] : [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots: { missing } }]
    }),
}

export default rule
