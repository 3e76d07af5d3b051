/** The token's time is over, and the client hasn't noticed. */

import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import rule from '../rules/jwt/jwt-expired.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { sayingIn } from './readers/sayings.ts'

// {"alg":"HS256"}.{"exp":1772359200}: 2026-03-01T10:00:00Z
const GET = (claims: string) =>
  `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJIUzI1NiJ9.${claims}.AA\n\n---\n`
const OPAQUE = 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n'
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"'
const LATE = { now: Date.UTC(2026, 2, 1, 10, 5) }

const diagnosis: Diagnosis = {
  title: 'The token has expired',
  what: 'Nothing is wrong with it but its age. Access tokens live minutes, and this one was sent after its end: from a cache, an environment variable, or a tab that slept.',
  client:
    'On `401` with `invalid_token` get a new one, with the refresh token or a new login, and repeat the request once. Better, renew a minute before `exp`, or before `expires_in` is over.',
  server:
    'Say so: `WWW-Authenticate: Bearer error="invalid_token", error_description="The access token expired"` (RFC 6750 §3.1). If it happens by seconds, allow some leeway for clocks.',
  scenario: '08-expired-token-and-clock',
  examples: {
    bad: [
      { text: `${GET('«eyJleHAiOjE3NzIzNTkyMDB9»')}${REFUSED}\n\n`, circumstances: LATE },
      `${OPAQUE}${REFUSED}, error_description=«"The access token expired"»\n\n`,
    ],
    good: [
      { text: `${GET('eyJleHAiOjE3NzIzNTkyMDB9')}HTTP/1.1 200 OK\n\n`, circumstances: LATE },
      `${OPAQUE}${REFUSED}\n\n`,
      // It asks for a token that is in force: nobody says that one is over.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\nYour session has expired.',
    ],
  },
  recognise(view, found) {
    const shown = ['Bearer', 'DPoP'].flatMap((scheme) => shownIn(view.request, scheme))
    if (shown.length === 0 || (view.response && ![400, 401, 403].includes(codeOf(view)))) return undefined
    const places = found.has('jwt-expired') ? placesOf(rule, view) : []
    const said = sayingIn(view.response, OVER)
    return symptomOf(3, [...places, ...(said ? [said] : [])])
  },
}

const OVER = /\b(?:token|jwt|signature)(?: is| has| was)? expired\b|\bexpired[ _](?:access[ _])?(?:token|jwt)\b/i

export default diagnosis
