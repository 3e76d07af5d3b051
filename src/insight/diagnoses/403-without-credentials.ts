/** The framework says 403 where nobody has shown anything yet. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/status/403-for-missing-credentials.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { showsNothing } from './readers/silence.ts'

const GET = 'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 '

const diagnosis: Diagnosis = {
  title: 'A 403 that only means: you didn’t log in',
  what: 'The request carries no credentials, and with some it would go through. Several frameworks answer `403` here by default, and so do the services of AWS: clients that wait for a 401 never log in.',
  client: 'Send credentials unasked. Don’t look for a missing right: nobody has checked one yet.',
  server:
    'Answer `401` with `WWW-Authenticate` (RFC 9110 §11.4). FastAPI: `HTTPBearer(auto_error=False)` and raise it yourself; Spring: set `BearerTokenAuthenticationEntryPoint`; Django REST framework: put a class that has a challenge first in `DEFAULT_AUTHENTICATION_CLASSES`.',
  scenario: '20-keys-in-the-wild',
  examples: {
    bad: [
      `${GET}«403» Forbidden\nContent-Type: application/json\n\n{"detail":"Not authenticated"}`,
      `${GET}«403» Forbidden\nWWW-Authenticate: Bearer realm="a"\n\n`,
    ],
    good: [
      `${GET}401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"detail":"Not authenticated"}',
      { text: `${GET}403 Forbidden\n\n{"detail":"Not authenticated"}`, circumstances: { excerpt: true } },
    ],
  },
  recognise: (view, found) =>
    found.has('403-for-missing-credentials') && showsNothing(view) ? symptomOf(2, placesOf(rule, view)) : undefined,
}

export default diagnosis
