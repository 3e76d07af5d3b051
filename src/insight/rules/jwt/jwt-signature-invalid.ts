/** Whoever holds the issuer's key signed just this, and nobody changed a bit of it. */

import type { JsonObject, Jwt } from '../../../protocol/jose/jwt.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7515 §5.2',
  title: 'The signature does not fit this token',
  why: 'Either it was made with another key, or header or claims were changed afterwards, or it is written in another form: `ES256` takes `r` and `s` as 64 octets, not as DER. Servers must refuse such a token with 401 and `invalid_token`.',
  examples: {
    bad: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.«AA»\n\n',
        circumstances: { verified: { 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA': false } },
      },
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP «eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.»\n\n',
        circumstances: { verified: { 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.': false } },
      },
      // 3044 0220 … 0220 …: a SEQUENCE of two INTEGERs.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhZGEifQ.«MEQCIBERERERERERERERERERERERERERERERERERERERERERAiAiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIg»\n\n',
    ],
    good: [
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
        circumstances: { verified: { 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA': true } },
      },
      // Nobody knows the key.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
      // RFC 7515 §A.3: 64 octets.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q\n\n',
    ],
  },
  check(view) {
    const { verified = {} } = view.circumstances
    return jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const [, , signature] = jwt.parts
      if (jwt.parts.length !== 3 || !signature || !jwt.header || isUnsigned(jwt.header)) return []
      const holds = Object.hasOwn(verified, token.text) ? verified[token.text] : undefined
      if (holds === true) return []
      if (holds === undefined && !isDer(jwt)) return [{ needs: 'key' }]
      return [{ in: 'request', span: signature.text === '' ? token.span : signature.span }]
    })
  },
}

/** Told about by a rule of its own. */
const isUnsigned = ({ alg }: JsonObject): boolean => String(alg).toLowerCase() === 'none'

/** What most libraries give before it is made fit for JOSE: `30 length 02 length …` (RFC 7515 §A.3.1, RFC 7518 §3.4). */
const isDer = ({ header, signature }: Jwt): boolean =>
  header?.alg === 'ES256' &&
  signature !== undefined &&
  signature.length !== 64 &&
  signature[0] === 0x30 &&
  signature[1] === signature.length - 2 &&
  signature[2] === 2

export default rule
