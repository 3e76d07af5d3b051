/** A token that is stolen is good until it ends, so it ends soon. */

import type { JsonObject } from '../../../protocol/jose/jwt.ts'
import type { Rule, View } from '../../rule.ts'
import { kindOf, typOf } from '../jwt-kinds.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 6750 §5.3',
  title: 'This token is good for too long',
  why: 'Whoever steals a token can use it until it ends, and without `exp` that is never. Tokens should live an hour at most where a browser holds them; a refresh token gets the next one.',
  examples: {
    bad: [
      // {"sub":"ada","iat":1300819380}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJzdWIiOiJhZGEiLCJpYXQiOjEzMDA4MTkzODB9».AA\n\n',
      {
        // {"iat":1300819380,"exp":1300905780}: a day.
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJpYXQiOjEzMDA4MTkzODAsImV4cCI6MTMwMDkwNTc4MH0».AA\n\n',
        circumstances: { script: true },
      },
    ],
    good: [
      // A day, for a client that is no page.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEzMDA4MTkzODAsImV4cCI6MTMwMDkwNTc4MH0.AA\n\n',
      {
        // {"iat":1300819380,"exp":1300822980}: an hour.
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJpYXQiOjEzMDA4MTkzODAsImV4cCI6MTMwMDgyMjk4MH0.AA\n\n',
        circumstances: { script: true },
      },
      // What an at+jwt lacks is told about by a rule of its own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
      // {"htm":"GET"}: no access token, but a proof, which has no exp.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2In0.eyJodG0iOiJHRVQifQ.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      if (!jwt.claims || ![undefined, 'access'].includes(kindOf(jwt))) return []
      const long = jwt.claims.exp === undefined ? typOf(jwt) !== 'at+jwt' : isLong(jwt.claims, view)
      return long ? [{ in: 'request', span: jwt.parts[1]?.span ?? token.span }] : []
    }),
}

const isLong = ({ iat, exp }: JsonObject, { circumstances: { script = false } }: View): boolean =>
  script && typeof iat === 'number' && typeof exp === 'number' && exp - iat > 3600

export default rule
