/** A resource trusts one issuer, and compares its name letter by letter. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8725 §3.8',
  title: 'This token is from another issuer',
  why: 'Its `iss` says {iss}, and the resource trusts {issuer}. The two must be the same to the letter, the last slash included, and the key must be one of that issuer’s.',
  examples: {
    bad: [
      // {"iss":"https://evil.example"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJpc3MiOiJodHRwczovL2V2aWwuZXhhbXBsZSJ9».AA\n\n',
      // {"iss":"https://as.example/"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.«eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUvIn0».AA\n\n',
    ],
    good: [
      // {"iss":"https://as.example"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJodHRwczovL2FzLmV4YW1wbGUifQ.AA\n\n',
      // Not every token names its issuer.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
    ],
    circumstances: { issuer: 'https://as.example' },
  },
  check(view) {
    const { issuer } = view.circumstances
    return jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const iss = jwt.claims?.iss
      if (iss === undefined || iss === issuer) return []
      if (issuer === undefined) return [{ needs: 'issuer' }]
      const slots = { iss: typeof iss === 'string' && iss !== '' ? iss : JSON.stringify(iss), issuer }
      return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots }]
    })
  },
}

export default rule
