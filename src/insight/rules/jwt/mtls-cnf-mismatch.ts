/** A token that is bound to a certificate is good on connections with that certificate only. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Json } from '../../../protocol/auth/scheme.ts'
import { isObject } from '../../../protocol/jose/jwt.ts'
import { base64url, fromBase64 } from '../../../protocol/text/octets.ts'
import { linesOf } from '../../reading.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8705 §3',
  title: 'This token is bound to another certificate',
  why: 'Its `x5t#S256` names the certificate {bound}, and the client showed {shown}. Then somebody else may be using a stolen token, so the server must refuse it with 401 and `invalid_token`; a client that renews its certificate needs a new token.',
  examples: {
    bad: [
      // {"cnf":{"x5t#S256":"bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJjbmYiOnsieDV0I1MyNTYiOiJid2NLMGVzYzNBQ0MzREIyWTVfbEVTc1hFOG85bHRjMDVPODlqZE4tZGcyIn19».AA\n\n',
      {
        // As a proxy tells it to the server behind (RFC 9440 §2.2).
        text: 'GET / HTTP/1.1\nHost: a.example\nClient-Cert: :AQID:\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.«eyJjbmYiOnsieDV0I1MyNTYiOiJid2NLMGVzYzNBQ0MzREIyWTVfbEVTc1hFOG85bHRjMDVPODlqZE4tZGcyIn19».AA\n\n',
        circumstances: { certificate: undefined },
      },
    ],
    good: [
      // {"cnf":{"x5t#S256":"A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0"}}
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJjbmYiOnsieDV0I1MyNTYiOiJBNER0TDJKbVVNaEFzdkpqNXRLeW42NFNxem11WGJNckphMG43NjF5NXYwIn19.AA\n\n',
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nClient-Cert: :MIIBBjCBrAIBAjAKBggqhkjOPQQDAjAPMQ0wCwYDVQQDDARtdGxzMB4XDTE4MTAxODEyMzcwOVoXDTIyMDUwMjEyMzcwOVowDzENMAsGA1UEAwwEbXRsczBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNcnyxwqV6hY8QnhxxzFQ03C7HKW9OylMbnQZjjJ/Au08/coZwxS7LfA4vOLS9WuneIXhbGGWvsDSb0tH6IxLm8wCgYIKoZIzj0EAwIDSQAwRgIhAP0RC1E+vwJD/D1AGHGzuri+hlV/PpQEKTWUVeORWz83AiEA5x2eXZOVbUlJSGQgjwD5vaUaKlLR50Q2DmFfQj1L+SY=:\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJjbmYiOnsieDV0I1MyNTYiOiJBNER0TDJKbVVNaEFzdkpqNXRLeW42NFNxem11WGJNckphMG43NjF5NXYwIn19.AA\n\n',
        circumstances: { certificate: undefined },
      },
      // Bound to a key, not to a certificate.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP eyJhbGciOiJIUzI1NiJ9.eyJjbmYiOnsiamt0IjoiMFpjT0NPUlpOWXktRFdwcXEzMGpaeUpHSFROMGQySGdsQlYzdWlndUE0SSJ9fQ.AA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.AA\n\n',
    ],
    // RFC 8705 §A.
    circumstances: { certificate: 'A4DtL2JmUMhAsvJj5tKyn64SqzmuXbMrJa0n761y5v0' },
  },
  check: (view) =>
    jwtsIn(view).flatMap(({ token, jwt }): readonly (Found | Lack)[] => {
      const bound = boundTo(jwt.claims?.cnf)
      if (bound === undefined) return []
      const shown = view.circumstances.certificate ?? handedOn(view)
      if (shown === undefined) return [{ needs: 'certificate' }]
      if (shown === bound) return []
      return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span, slots: { bound, shown: shown || '–' } }]
    }),
}

const boundTo = (cnf: Json | undefined): string | undefined => {
  const hash = isObject(cnf) ? cnf['x5t#S256'] : undefined
  return typeof hash === 'string' ? hash : undefined
}

/** The certificate of the connection to the proxy, of which the field tells (RFC 9440 §2.2). */
function handedOn({ request }: View): string | undefined {
  const [line] = linesOf(request, 'client-cert')
  const text = /^:([^:]*):$/.exec(line?.field.value.text ?? '')?.[1]
  const der = text === undefined ? undefined : fromBase64(text)
  return der && base64url(sha256(der))
}

export default rule
