/** An access token says by its `typ` that it is one. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { kindOf, typOf } from '../jwt-kinds.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9068 §2.1',
  title: 'The token does not say that it is an access token',
  why: 'Where the JWT profile for access tokens is followed, `typ` must be `at+jwt` or `application/at+jwt`. That is how a server tells an access token from an ID token that the same issuer has signed.',
  examples: {
    bad: [
      // {"typ":"atjwt","alg":"HS256"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJ0eXAiOiJhdGp3dCIsImFsZyI6IkhTMjU2In0».eyJzdWIiOiJhZGEifQ.AA\n\n',
      // {"typ":"JWT","alg":"HS256"}: no fault by itself, but this server follows the profile.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9».eyJzdWIiOiJhZGEifQ.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="Expected typ at+jwt"\n\n',
    ],
    good: [
      // {"typ":"application/at+JWT","alg":"HS256"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJhcHBsaWNhdGlvbi9hdCtKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
      // Most issuers have a profile of their own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJ0eXAiOiJKV1QiLCJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="Expired"\n\n',
      // {"typ":"dpop+jwt"}: what is of another kind is told about by a rule of its own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2In0.eyJodG0iOiJHRVQifQ.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="invalid_token", error_description="Not an access token"\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      if (!jwt.header || kindOf(jwt) !== undefined) return []
      if (!ALMOST.test(typOf(jwt)) && !isAskedFor(view)) return []
      return [{ in: 'request', span: jwt.parts[0]?.span ?? token.span }]
    }),
}

/** What people write for `at+jwt`. */
const ALMOST = /^(?:jwt\+at|(?:at|access[-_ ]?token)[-_ .+]?jwt)$/

/** The server refuses the token for its type. */
const isAskedFor = ({ response }: View): boolean =>
  response?.message.line.code === 401 &&
  challengesOf(response).some((each) =>
    /\btyp\b|\bat\+jwt\b|\bnot an access token\b/i.test(param(each, 'error_description')?.value ?? ''),
  )

export default rule
