/** A verifier is long enough that nobody guesses it, and made of characters that nothing changes on the way. */

import type { Rule } from '../../rule.ts'
import { callOf, paramOf } from '../oauth-endpoints.ts'

const post = (verifier: string) =>
  `POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&client_id=a&code=b&code_verifier=${verifier}`

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7636 §4.1',
  title: 'That is no `code_verifier`',
  why: 'A verifier has 43 to 128 characters: letters, digits and `-._~`. Shorter ones can be guessed, and for others servers answer `invalid_request` or `invalid_grant`. Take 32 random octets in base64url.',
  examples: {
    bad: [post('«secret»'), post('«dBjftJeZ4CVP%2BmB92K27uhbUJU1p1r%2FwW1gFWFOEjXk%3D»'), post(`«${'a'.repeat(129)}»`)],
    good: [
      post('dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk'),
      post('~'.repeat(128)),
      'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=authorization_code&code=b',
    ],
  },
  check(view) {
    const call = callOf(view)
    const verifier = call?.endpoint === 'token' ? paramOf(call, 'code_verifier') : undefined
    if (!verifier || /^[A-Za-z0-9\-._~]{43,128}$/.test(verifier.value)) return []
    return [{ in: 'request', span: verifier.raw.span }]
  },
}

export default rule
