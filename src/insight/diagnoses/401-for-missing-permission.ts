/** Who was recognised, and may not, is asked for a password once more. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/status/401-for-insufficient-permission.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const diagnosis: Diagnosis = {
  title: 'Logged in but not allowed: that would be a 403',
  what: 'The server knows who is asking and says that a permission is missing, yet it answers `401`. Clients take that for wrong credentials, log in once more, and end up here again.',
  client: 'Don’t refresh the token or ask for the password: ask for the role or permission that the response names.',
  server:
    'Answer `403` as soon as the credentials hold, and keep `401` with `WWW-Authenticate` for missing or wrong ones (RFC 9110 §15.5.2, §15.5.4).',
  scenario: '07-three-doors',
  examples: {
    bad: [
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\nContent-Type: application/json\n\n{"error":"Insufficient permissions"}',
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 «401» Unauthorized\n\nThis requires the role admin.',
    ],
    good: [
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"error":"Insufficient permissions"}',
      'GET /admin HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\nWrong password.',
    ],
  },
  recognise: (view, found) =>
    found.has('401-for-insufficient-permission') ? symptomOf(3, placesOf(rule, view)) : undefined,
}

export default diagnosis
