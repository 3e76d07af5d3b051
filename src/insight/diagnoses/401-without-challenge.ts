/** A 401 without `WWW-Authenticate`, at which some clients give up or throw. */

import type { Diagnosis } from '../diagnosis.ts'
import { isPreflight } from '../rules/cross-origin.ts'
import { showsCredentials } from '../rules/key-fields.ts'
import empty from '../rules/status/401-www-authenticate-empty.ts'
import missing from '../rules/status/401-www-authenticate-missing.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const diagnosis: Diagnosis = {
  title: 'A 401 that doesn’t say how to log in',
  what: 'There is no challenge in `WWW-Authenticate`, so a client can’t tell what is wanted. Browsers show the error page, and libraries throw, like Jetty’s client with “HTTP protocol violation” or Android’s with “No authentication challenges found”.',
  client: 'Look the scheme up in the documentation and send `Authorization` unasked; in curl, drop `--anyauth`.',
  server:
    'Add the field that every 401 must have, such as `WWW-Authenticate: Bearer realm="api"` (RFC 9110 §15.5.2). If no scheme fits, answer `403`.',
  examples: {
    bad: [
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «401» Unauthorized\nContent-Type: application/json\n\n{"message":"Unauthorized"}',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 «401» Unauthorized\n\n',
      'HTTP/1.1 401 Unauthorized\n«WWW-Authenticate»:\n\n',
    ],
    good: [
      'GET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      { text: 'HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n', circumstances: { excerpt: true } },
    ],
  },
  recognise(view, found) {
    const rule = [missing, empty].find((_, i) => found.has(IDS[i] ?? ''))
    if (!rule || isPreflight(view.request)) return undefined
    // Where something was shown, that may be what is wrong.
    const shown = view.request && showsCredentials(view.request, view)
    return symptomOf(shown ? 1 : 2, placesOf(rule, view))
  },
}

const IDS = ['401-www-authenticate-missing', '401-www-authenticate-empty']

export default diagnosis
