/** `insufficient_user_authentication`: log in again, stronger or more recently. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found } from '../rule.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const GET = 'POST /pay HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 '

const diagnosis: Diagnosis = {
  title: 'The token is good, but the login behind it isn’t strong enough',
  what: 'The server wants another factor, or a more recent login, as `acr_values` and `max_age` say. A refreshed token stands for the same old login, so it is refused as well.',
  client:
    'Send the user to `/authorize` with the same `acr_values` and `max_age`, and repeat the request with the new token (RFC 9470 §4).',
  server:
    'Name `acr_values` or `max_age` in the challenge, and keep `401` for it: another login helps here, other rights don’t.',
  scenario: '13-step-up',
  examples: {
    bad: [
      `${GET}401 Unauthorized\nWWW-Authenticate: Bearer error=«"insufficient_user_authentication"», acr_values="otp"\n\n`,
      `${GET}403 Forbidden\nWWW-Authenticate: DPoP error=«"insufficient_user_authentication"», max_age="300"\n\n`,
    ],
    good: [
      `${GET}401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${GET}403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope", scope="pay"\n\n`,
    ],
  },
  recognise(view) {
    if (codeOf(view) < 400) return undefined
    const errors = challengesOf(view.response).flatMap((each) => param(each, 'error') ?? [])
    const said = errors.filter(({ value }) => value === 'insufficient_user_authentication')
    return symptomOf(
      3,
      said.map(({ raw: { span } }): Found => ({ in: 'response', span })),
    )
  },
}

export default diagnosis
