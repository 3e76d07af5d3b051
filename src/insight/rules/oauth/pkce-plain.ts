/** A challenge that is the verifier itself proves nothing to whoever read the request. */

import type { Rule } from '../../rule.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'
import { asksOpenly } from '../oauth-flows.ts'

const authorize = (rest: string) =>
  `GET /authorize?response_type=code&client_id=a&state=b&redirect_uri=https%3A%2F%2Fapp.example%2Fcb&${rest} HTTP/1.1\nHost: as.example\n\n`
const VERIFIER = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7636 §4.2',
  title: 'This PKCE challenge shows its verifier',
  why: 'The method is `plain`, which is also what a missing `code_challenge_method` means: then the challenge is the secret itself. A client that can hash must send `S256`, the SHA-256 of the verifier.',
  examples: {
    bad: [
      authorize(`code_challenge=${VERIFIER}&code_challenge_method=«plain»`),
      authorize(`code_challenge=«${VERIFIER}»`),
    ],
    good: [
      authorize('code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'),
      authorize('scope=openid&nonce=n'),
      {
        text: authorize('code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM'),
        circumstances: { excerpt: true },
      },
    ],
  },
  check(view) {
    const call = callOf(view)
    const challenge = asksOpenly(call) ? paramOf(call, 'code_challenge') : undefined
    if (!call || !challenge) return []
    const method = paramOf(call, 'code_challenge_method')
    if (method) return method.value === 'plain' ? [{ in: 'request', span: method.raw.span }] : []
    return [view.circumstances.excerpt ? { needs: 'whole' } : { in: 'request', span: challenge.raw.span }]
  },
}

export default rule
