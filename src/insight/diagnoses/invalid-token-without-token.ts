/** A 401 with `invalid_token`, though no token came along. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/bearer/bearer-error-without-credentials.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { showsNothing } from './readers/silence.ts'

const GET = 'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer '

const diagnosis: Diagnosis = {
  title: 'The server complains about a token that never came',
  what: 'The request shows no token, and the challenge names an error all the same. Clients take `invalid_token` for “the token is stale” and start to refresh, where they should log in.',
  client: 'Look at why the token wasn’t sent: it may not have been loaded yet, or a redirect or a proxy took it away.',
  server:
    'Without credentials send a bare challenge, `WWW-Authenticate: Bearer realm="api"`. Keep `invalid_token` for a token that came and doesn’t hold (RFC 6750 §3.1).',
  scenario: '02-documented-missing-token',
  examples: {
    bad: [`${GET}realm="a", «error="invalid_token"», error_description="b"\n\n`, `${GET}«error="missing_token"»\n\n`],
    good: [
      `${GET}realm="a"\n\n`,
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      { text: `${GET}error="invalid_token"\n\n`, circumstances: { excerpt: true } },
    ],
  },
  recognise(view, found) {
    if (!found.has('bearer-error-without-credentials') || codeOf(view) !== 401 || !showsNothing(view)) return undefined
    return symptomOf(2, placesOf(rule, view))
  },
}

export default diagnosis
