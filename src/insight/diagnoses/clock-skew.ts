/** A fresh token that is not valid yet: one of two clocks is wrong. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Found, View } from '../rule.ts'
import rule from '../rules/jwt/jwt-not-yet-valid.ts'
import { jwtsIn } from '../rules/tokens.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { sayingIn } from './readers/sayings.ts'

// {"alg":"HS256"}.{"nbf":1772359260}: 2026-03-01T10:01:00Z
const NBF = ['eyJhbGciOiJIUzI1NiJ9', 'eyJuYmYiOjE3NzIzNTkyNjB9'] as const
// {"iat":1772359260}
const IAT = ['eyJhbGciOiJIUzI1NiJ9', 'eyJpYXQiOjE3NzIzNTkyNjB9'] as const
const GET = (time: string, [head, claims]: readonly [string, string]) =>
  `at 2026-03-01T${time}Z\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${head}.${claims}.AA\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"'

const diagnosis: Diagnosis = {
  title: 'The token is from the future: a clock is wrong',
  what: 'Its `nbf` or `iat` lies after the time at which it was used, so the clock of the issuer and that of this server don’t agree. It works on the second try, or on another machine, and then not again.',
  client: 'If you sign the token yourself, set the clock by NTP, and put `iat` and `nbf` a minute back.',
  server:
    'Run NTP on both machines, also in containers and virtual machines that were asleep, and allow a minute of leeway: `clockTolerance`, `leeway`, `ClockSkew` or `acceptLeeway`, as the library calls it (RFC 7519 §4.1.5).',
  examples: {
    bad: [
      `${GET('10:00:30', [NBF[0], `«${NBF[1]}»`])}${REFUSED}\n\n`,
      `${GET('10:00:30', [IAT[0], `«${IAT[1]}»`])}${REFUSED}\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n${REFUSED}, error_description=«"Token used before issued"»\n\n`,
    ],
    good: [
      `${GET('10:01:30', NBF)}${REFUSED}\n\n`,
      `${GET('10:00:30', IAT)}HTTP/1.1 200 OK\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n${REFUSED}, error_description="The token expired"\n\n`,
    ],
  },
  recognise(view, found) {
    if (!isRefused(view)) return undefined
    if (found.has('jwt-not-yet-valid')) return symptomOf(3, placesOf(rule, view))
    const early = issuedLater(view)
    const said = sayingIn(view.response, EARLY)
    return said ? symptomOf(3, [...early, said]) : symptomOf(2, early)
  },
}

function issuedLater(view: View): readonly Found[] {
  const { at } = view
  if (at === undefined) return []
  return jwtsIn(view).flatMap(({ token, jwt }): readonly Found[] => {
    const iat = jwt.claims?.iat
    // HTTP's dates have no fractions of a second.
    if (typeof iat !== 'number' || iat * 1000 <= at + 1000) return []
    return [{ in: 'request', span: jwt.parts[1]?.span ?? token.span }]
  })
}

/** As the libraries for JWTs say it. */
const EARLY =
  /\btoken (?:is )?not (?:yet )?(?:valid|active)(?: yet)?\b|\b(?:used before issued|issued in the future|not yet valid|not active yet|before the nbf)\b/i

export default diagnosis
