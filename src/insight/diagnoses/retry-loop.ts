/** The same request with the same credentials, refused again and again. */

import type { Diagnosis } from '../diagnosis.ts'
import loop from '../rules/status/401-same-challenge-loop.ts'
import final from '../rules/status/403-auto-retry-same-credentials.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = 'GET / HTTP/1.1\nHost: a.example\nAuthorization: '
const REFUSED = '\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'The client repeats what was refused',
  what: 'Same request, same credentials, same answer: a retry can’t change that. It fills the log, looks like password guessing, and at many servers ends in a lockout.',
  client:
    'Count the attempts: after one retry show the error to whoever can do something about it. Retry by itself only after `429` or `503`, when `Retry-After` says so.',
  server: 'Slow such clients down with `429` and `Retry-After` (RFC 6585 §4).',
  scenario: '43-lockout',
  examples: {
    bad: [
      `${GET}Basic YTpi${REFUSED}===\n${GET}Basic YTpi${REFUSED}===\n${GET}«Basic YTpi»${REFUSED}`,
      `at 2026-03-01T10:00:05Z took 20 ms\n${GET}Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:05.1Z\n${GET}«Bearer b»\n\n---\nHTTP/1.1 403 Forbidden\n\n`,
    ],
    good: [
      `${GET}Basic YTpi${REFUSED}===\n${GET}Basic YTpi${REFUSED}`,
      `${GET}Basic YTpi${REFUSED}===\n${GET}Basic YTpj${REFUSED}===\n${GET}Basic YTpi${REFUSED}`,
    ],
  },
  recognise(view, found) {
    if (found.has('401-same-challenge-loop')) return symptomOf(2, placesOf(loop, view))
    const again = codeOf(view) === 403 && found.has('403-auto-retry-same-credentials')
    return again ? symptomOf(2, placesOf(final, view)) : undefined
  },
}

export default diagnosis
