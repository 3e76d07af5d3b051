/** A signed token is an open letter. */

import type { Json } from '../../../protocol/auth/scheme.ts'
import { isObject, type JsonObject } from '../../../protocol/jose/jwt.ts'
import type { Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7519 §12',
  title: 'Everybody who sees this token can read `{name}`',
  why: 'Claims are encoded, not encrypted: clients, logs and whoever decodes Base64 read `{name}` along. Keep it at the server and put a reference into the token, or encrypt the token.',
  examples: {
    bad: [
      // {"sub":"ada","password":"sesame"}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJzdWIiOiJhZGEiLCJwYXNzd29yZCI6InNlc2FtZSJ9».AA\n\n',
      // {"user":{"name":"ada","creditCard":"4111111111111111"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.«eyJ1c2VyIjp7Im5hbWUiOiJhZGEiLCJjcmVkaXRDYXJkIjoiNDExMTExMTExMTExMTExMSJ9fQ».AA\n\n',
    ],
    good: [
      // {"amr":["pwd"],"pwd_exp":3600,"password":true}: how somebody logged in, and that there is a password.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJhbXIiOlsicHdkIl0sInB3ZF9leHAiOjM2MDAsInBhc3N3b3JkIjp0cnVlfQ.AA\n\n',
      // {"sub":"ada","email":"ada@example.com","birthdate":"1815-12-10"}: personal, but what tokens are for.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEiLCJlbWFpbCI6ImFkYUBleGFtcGxlLmNvbSIsImJpcnRoZGF0ZSI6IjE4MTUtMTItMTAifQ.AA\n\n',
      // Encrypted: five parts.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJkaXIiLCJlbmMiOiJBMTI4R0NNIn0..AAAA.AA.AA\n\n',
    ],
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }) => {
      const name = jwt.claims && secretIn(jwt.claims)
      return name === undefined ? [] : [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots: { name } }]
    }),
}

/** Names as people write them, however they join their words. */
const SECRET =
  /^(?:passw(?:or)?d(?:[-_ ]?hash)?|pwd|passphrase|(?:client[-_ ]?)?secret|(?:api|private)[-_ ]?key|ssn|social[-_ ]?security[-_ ]?number|credit[-_ ]?card(?:[-_ ]?number)?|card[-_ ]?number|cv[cv]|iban|diagnosis)$/i

/** On the outermost level, or the one below. */
function secretIn(claims: JsonObject, below = true): string | undefined {
  for (const [name, value] of Object.entries(claims)) {
    if (SECRET.test(name) && isTold(value)) return name
    const deeper = below && isObject(value) ? secretIn(value, false) : undefined
    if (deeper !== undefined) return deeper
  }
  return undefined
}

/** Said, and not crossed out. */
const isTold = (value: Json | undefined): boolean =>
  typeof value === 'number' || (typeof value === 'string' && /[^*x.]/i.test(value))

export default rule
