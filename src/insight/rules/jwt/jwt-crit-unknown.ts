/** What stands in `crit` must be understood; it is a list with rules of its own. */

import type { JsonObject } from '../../../protocol/jose/jwt.ts'
import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7515 §4.1.11',
  title: 'No server may take a token with this `crit`',
  why: '`crit` lists extensions without which the token can’t be understood: each once, each there in the header, none of them a header of JWS itself. A server must refuse a list that is empty or wrong, and any name in it that it doesn’t know.',
  examples: {
    bad: [
      // {"alg":"HS256","crit":[]}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsImNyaXQiOltdfQ».e30.AA\n\n',
      // {"alg":"HS256","crit":["x"]}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsImNyaXQiOlsieCJdfQ».e30.AA\n\n',
      // {"alg":"HS256","kid":"1","crit":["kid"]}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsImtpZCI6IjEiLCJjcml0IjpbImtpZCJdfQ».e30.AA\n\n',
      // {"alg":"HS256","b64":false,"crit":["b64"]}: never in a JWT (RFC 7797 §7).
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsImI2NCI6ZmFsc2UsImNyaXQiOlsiYjY0Il19».e30.AA\n\n',
      // {"alg":"HS256","x":1,"crit":["x"]}: unknown to this server, as it seems.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJIUzI1NiIsIngiOjEsImNyaXQiOlsieCJdfQ».e30.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
    good: [
      // {"alg":"HS256","x":1,"crit":["x"]}: issuer and resource may have agreed on it.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiIsIngiOjEsImNyaXQiOlsieCJdfQ.e30.AA\n\n---\nHTTP/1.1 200 OK\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      const { header } = jwt
      if (header?.crit === undefined || header.enc !== undefined) return []
      if (!isWrong(header) && view.response?.message.line.code !== 401) return []
      return [{ in: 'request', span: jwt.parts[0]?.span ?? token.span }]
    }),
}

/** Defined by JWS itself (RFC 7515 §4.1), so never an extension; and `b64`, which a JWT may not use. */
const NEVER = ['alg', 'jku', 'jwk', 'kid', 'x5u', 'x5c', 'x5t', 'x5t#S256', 'typ', 'cty', 'crit', 'b64']

function isWrong(header: JsonObject): boolean {
  const { crit } = header
  if (!Array.isArray(crit) || crit.length === 0 || new Set(crit).size < crit.length) return true
  return crit.some((name) => typeof name !== 'string' || NEVER.includes(name) || !Object.hasOwn(header, name))
}

export default rule
