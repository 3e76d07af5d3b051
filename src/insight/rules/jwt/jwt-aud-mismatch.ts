/** A token names those whom it is for; nobody else takes it. */

import type { Found, Lack, Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7519 §4.1.3',
  title: 'This token is for somebody else',
  why: 'Its `aud` names {aud}, and this resource goes by {audience}. A server that takes tokens made for others lets each of them act in the name of its users.',
  examples: {
    bad: [
      // {"aud":"https://b.example"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJhdWQiOiJodHRwczovL2IuZXhhbXBsZSJ9».AA\n\n',
      // {"aud":["https://b.example","https://c.example"]}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.«eyJhdWQiOlsiaHR0cHM6Ly9iLmV4YW1wbGUiLCJodHRwczovL2MuZXhhbXBsZSJdfQ».AA\n\n',
      // {"aud":"https://a.example/"}: one slash more, and it is another name.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJhdWQiOiJodHRwczovL2EuZXhhbXBsZS8ifQ».AA\n\n',
    ],
    good: [
      // {"aud":["https://a.example","https://b.example"]}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOlsiaHR0cHM6Ly9hLmV4YW1wbGUiLCJodHRwczovL2IuZXhhbXBsZSJdfQ.AA\n\n',
      // Without `aud` it is for whom it may concern.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJhdWQiOiJhcGkifQ.AA\n\n',
        circumstances: { audience: ['https://a.example', 'api'] },
      },
    ],
    circumstances: { audience: ['https://a.example'] },
  },
  check(view) {
    const { audience } = view.circumstances
    return jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const aud = jwt.claims?.aud
      if (aud === undefined) return []
      if (!audience) return [{ needs: 'audience' }]
      const named = Array.isArray(aud) ? aud : [aud]
      if (named.some((each) => typeof each === 'string' && audience.includes(each))) return []
      const slots = { aud: named.map(shown).join(', ') || '–', audience: audience.join(', ') || '–' }
      return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots }]
    })
  },
}

const shown = (each: unknown): string => (typeof each === 'string' ? each : JSON.stringify(each))

export default rule
