/** A session cookie has run out, and a 401 has no way to ask for another. */

import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import rule from '../rules/sessions/cookie-401-without-scheme.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = 'GET /me HTTP/1.1\nHost: a.example\nCookie: session=b\n\n---\n'

const diagnosis: Diagnosis = {
  title: 'A 401 can’t ask for a session cookie',
  what: 'The login here is a form and a cookie, and the session is over or was never there. For that HTTP has no scheme, so the 401 has no challenge, or a made-up one like `Cookie` or `Session` that no client knows.',
  client:
    'Send the person through the login form again. In a script look at `credentials: "include"`, as `fetch` sends no cookies to other origins without it.',
  server:
    'Redirect pages to the login with `303`, answer scripts with `403`, or offer a real scheme besides, such as `Bearer` (RFC 9110 §15.5.2).',
  scenario: '29-cookie-session',
  examples: {
    bad: [
      `${GET}HTTP/1.1 «401» Unauthorized\n\n{"message":"Session expired"}`,
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Session» realm="a"\n\n',
    ],
    good: [
      `${GET}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
      `${GET}HTTP/1.1 303 See Other\nLocation: /login\n\n`,
    ],
  },
  recognise(view, found) {
    if (!found.has('cookie-401-without-scheme')) return undefined
    return symptomOf(challengesOf(view.response).length > 0 ? 3 : 2, placesOf(rule, view))
  },
}

export default diagnosis
