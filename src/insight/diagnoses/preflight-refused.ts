/** The guard stands before the CORS layer: preflights are asked for credentials. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/browsers/cors-preflight-requires-auth.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const PREFLIGHT =
  'OPTIONS /me HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: authorization\n\n---\n'

const diagnosis: Diagnosis = {
  title: 'The preflight is asked to log in, and it can’t',
  what: 'Before a script’s request with `Authorization` the browser sends `OPTIONS`, always without credentials. This one was refused or redirected, so the request itself is never sent, and the script sees a network error.',
  client:
    'Sending a token doesn’t help, as the preflight never carries it. If it was redirected, ask for the final URL at once: right scheme, right host, right slash at the end.',
  server:
    'Put the CORS layer before the authentication, or exempt `OPTIONS` from it, and answer with `204` and `Access-Control-Allow-Headers: Authorization`.',
  scenario: '45-cors',
  examples: {
    bad: [
      `${PREFLIGHT}HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n`,
      `${PREFLIGHT}HTTP/1.1 «302» Found\nLocation: /login\n\n`,
    ],
    good: [
      `${PREFLIGHT}HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Headers: Authorization\n\n`,
      // Somebody asks what may be done here.
      'OPTIONS /me HTTP/1.1\nHost: api.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  recognise: (view, found) =>
    found.has('cors-preflight-requires-auth') ? symptomOf(3, placesOf(rule, view)) : undefined,
}

export default diagnosis
