/** A code without a challenge can be used by whoever gets hold of it. */

import type { Rule } from '../../rule.ts'
import { isNative } from '../native-clients.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'
import { asksOpenly } from '../oauth-flows.ts'

const authorize = (rest: string) => `GET /authorize?${rest} HTTP/1.1\nHost: as.example\n\n`
const BACK = 'client_id=a&state=b&redirect_uri=https%3A%2F%2Fapp.example%2Fcb'
const CHALLENGE = 'code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9700 §2.1.1',
  title: 'Nothing protects this code from theft: PKCE is missing',
  why: 'Without `code_challenge` a stolen code is as good as one’s own, and a foreign one can be slipped in. Public clients must use PKCE, others should; only a confidential OpenID client may rely on its `nonce` instead. It costs one hash.',
  examples: {
    bad: [
      authorize(`response_type=«code»&${BACK}`),
      authorize('response_type=«code»&scope=openid&nonce=n&client_id=a&state=b&redirect_uri=com.example.app%3A%2Fcb'),
      `POST /par HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Basic YTpi\n\nresponse_type=«code»&${BACK}`,
    ],
    good: [
      authorize(`response_type=code&${BACK}&${CHALLENGE}`),
      authorize(`response_type=code&scope=openid&nonce=n&${BACK}`),
      authorize(`response_type=id_token&nonce=n&${BACK}`),
      authorize('client_id=a&request_uri=urn%3Aietf%3Aparams%3Aoauth%3Arequest_uri%3Ax'),
      authorize('response_type=code&client_id=a&request=e30.e30.AA'),
      `GET /login?response_type=code&${BACK} HTTP/1.1\nHost: as.example\n\n`,
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!asksOpenly(call) || paramOf(call, 'code_challenge')) return []
    const type = paramOf(call, 'response_type')
    if (!type?.value.split(' ').includes('code')) return []
    if (paramOf(call, 'nonce') && !isNative(paramOf(call, 'redirect_uri')?.value ?? '')) return []
    return [view.circumstances.excerpt ? { needs: 'whole' } : { in: 'request', span: type.raw.span }]
  },
}

export default rule
