/** The body says that the login failed, and the status that all is well. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/transport/200-with-error-body.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const JSON_OK = 'HTTP/1.1 200 OK\nContent-Type: application/json\n\n'

const diagnosis: Diagnosis = {
  title: 'It failed, and the status says 200',
  what: 'Only the body tells that nobody was let in. To `fetch` the response is `ok`, caches may keep it, and neither a retry nor a refresh of the token starts.',
  client: 'Look into the body before you trust the status, and treat this answer as the 401 that it means.',
  server:
    'Answer `401` with `WWW-Authenticate` where credentials are missing or wrong, and `403` where they are not enough (RFC 9110 §15.5).',
  examples: {
    bad: [
      `GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n${JSON_OK}{"error":«"Unauthorized"»}`,
      `POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"username":"a","password":"b"}\n---\n${JSON_OK}{"status":«401»,"message":"Wrong password"}`,
    ],
    good: [
      `GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\n${JSON_OK}{"name":"a"}`,
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n{"error":"Unauthorized"}',
    ],
  },
  recognise: (view, found) => (found.has('200-with-error-body') ? symptomOf(3, placesOf(rule, view)) : undefined),
}

export default diagnosis
