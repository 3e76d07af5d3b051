/** The script sees `TypeError: Failed to fetch` where a 401 is on the wire. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import type { View } from '../rule.ts'
import { mediaTypeOf } from '../rules/bodies.ts'
import rule from '../rules/browsers/cors-error-without-headers.ts'
import { allowedOrigin, foreignOrigin } from '../rules/cross-origin.ts'
import { codeOf, statusIn, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const ASKED = 'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAuthorization: Bearer b\n\n---\n'

const diagnosis: Diagnosis = {
  title: 'The script sees “Failed to fetch” instead of this error',
  what: 'The response lacks `Access-Control-Allow-Origin`, so the browser hides all of it: `fetch` throws a `TypeError`, axios reports a network error with status 0. The script never learns that it should log in.',
  client: 'Look at the status in the browser’s network panel, not in the script. Nothing in the script can uncover it.',
  server:
    'Send the CORS fields with errors, too: in nginx `add_header … always`, in a framework by putting the CORS layer outside of authentication and error handling.',
  scenario: '45-cors',
  examples: {
    bad: [
      `${ASKED}HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example\n\n===\n${ASKED}HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${ASKED}HTTP/1.1 «403» Forbidden\n\n`,
    ],
    good: [
      `${ASKED}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\nAccess-Control-Allow-Origin: *\nAccess-Control-Expose-Headers: WWW-Authenticate\n\n`,
      // A form of another site: no script waits for the answer.
      'POST /pay HTTP/1.1\nHost: api.example\nOrigin: https://evil.example\nContent-Type: application/x-www-form-urlencoded\n\na=b\n---\nHTTP/1.1 403 Forbidden\n\n',
      'GET /me HTTP/1.1\nHost: api.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
  },
  recognise(view, found) {
    if (![401, 403, 407, 429].includes(codeOf(view))) return undefined
    if (found.has('cors-error-without-headers')) return symptomOf(3, placesOf(rule, view))
    if (!foreignOrigin(view) || allowedOrigin(view.response) || view.circumstances.excerpt) return undefined
    return isByScript(view) ? symptomOf(2, statusIn(view)) : undefined
  },
}

/** No form, and no link: forms can send neither a token nor JSON. */
function isByScript({ request, circumstances: { script } }: View): boolean {
  if (!request || request.message.line.method.text === 'OPTIONS') return false
  if (script || linesOf(request, 'sec-fetch-mode').some(({ field }) => field.value.text === 'cors')) return true
  return linesOf(request, 'authorization').length > 0 || mediaTypeOf(request).endsWith('json')
}

export default diagnosis
