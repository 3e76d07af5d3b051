/** A token must not say itself which key verifies it. */

import type { Jwt } from '../../../protocol/jose/jwt.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { kindOf } from '../jwt-kinds.ts'
import { parsed } from '../origins.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 8725 §3.10',
  title: 'The token brings its own key: `{name}`',
  why: 'A server that follows `{name}` without a list of what it trusts verifies with an attacker’s key, asks addresses that an attacker chose, or hands an attacker’s text to its database. It should take only keys of the issuer that it knows.',
  examples: {
    bad: [
      // {"alg":"RS256","jwk":{"kty":"RSA","n":"AQ","e":"AQAB"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJSUzI1NiIsImp3ayI6eyJrdHkiOiJSU0EiLCJuIjoiQVEiLCJlIjoiQVFBQiJ9fQ».eyJzdWIiOiJhZGEifQ.AA\n\n',
      // {"alg":"RS256","jku":"https://evil.example/jwks"} {"iss":"https://as.example"}
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8vZXZpbC5leGFtcGxlL2p3a3MifQ».eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.AA\n\n',
        circumstances: { issuer: 'https://as.example' },
      },
      // {"alg":"HS256","kid":"../../dev/null"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJhbGciOiJIUzI1NiIsImtpZCI6Ii4uLy4uL2Rldi9udWxsIn0».eyJzdWIiOiJhZGEifQ.AA\n\n',
    ],
    good: [
      // Nobody knows whose addresses the server trusts.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8va2V5cy5leGFtcGxlL2p3a3MifQ.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.AA\n\n',
      // {"alg":"RS256","jku":"https://as.example/jwks","kid":"did:example:1#key-1"} {"iss":"https://as.example/tenant"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJSUzI1NiIsImprdSI6Imh0dHBzOi8vYXMuZXhhbXBsZS9qd2tzIiwia2lkIjoiZGlkOmV4YW1wbGU6MSNrZXktMSJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUvdGVuYW50In0.AA\n\n',
      // {"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC"}}: a proof must bring its key; that it is no access token is told elsewhere.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIn19.eyJodG0iOiJHRVQifQ.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\nDPoP: eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6IkVTMjU2IiwiandrIjp7Imt0eSI6IkVDIn19.eyJodG0iOiJHRVQifQ.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      if (![undefined, 'access', 'id'].includes(kindOf(jwt))) return []
      const name = injected(jwt, view.circumstances.issuer)
      if (name === 'unknown') return [{ needs: 'issuer' }]
      return name === undefined ? [] : [{ in: 'request', span: jwt.parts[0]?.span ?? token.span, slots: { name } }]
    }),
}

/** Characters that no key’s name has, and that files, databases and shells understand. */
const HOSTILE = /\.\.[/\\]|['"`;|<>\0]/

/** Which header brings a key; `unknown` where it is an address of which one would have to know whose it is. */
function injected({ header = {}, claims = {} }: Jwt, issuer: string | undefined): string | undefined {
  if (header.jwk !== undefined) return 'jwk'
  if (typeof header.kid === 'string' && HOSTILE.test(header.kid)) return 'kid'
  const home = hostOf(issuer ?? claims.iss)
  const away = ['jku', 'x5u'].find((name) => header[name] !== undefined && hostOf(header[name]) !== home)
  return away !== undefined && issuer === undefined ? 'unknown' : away
}

const hostOf = (url: unknown): string => (typeof url === 'string' ? parsed(url)?.host : undefined) ?? ''

export default rule
