/** The preflight is answered, and `Authorization` is not among what it allows. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Found } from '../rule.ts'
import { allows, foreignOrigin, isPreflight } from '../rules/cross-origin.ts'
import { memberNamed, membersOf } from '../rules/lists.ts'
import { succeeded, symptomOf } from './readers/outcomes.ts'

const PREFLIGHT =
  'OPTIONS /me HTTP/1.1\nHost: api.example\nOrigin: https://app.example\nAccess-Control-Request-Method: GET\nAccess-Control-Request-Headers: content-type, '
const OK = '\n\n---\nHTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: https://app.example\n'

const diagnosis: Diagnosis = {
  title: 'CORS doesn’t allow the script to send `Authorization`',
  what: 'The preflight asks whether `authorization` may be sent, and the answer doesn’t name it, so the browser never sends the request. The `*` covers all other fields, but not this one.',
  client: 'The script is fine: `mode: "no-cors"` would only drop the field, and hide the response as well.',
  server:
    'Name it: `Access-Control-Allow-Headers: Authorization, Content-Type`. In a framework that is an option like `allowedHeaders` or `allow_headers`.',
  scenario: '45-cors',
  examples: {
    bad: [
      `${PREFLIGHT}«authorization»${OK}Access-Control-Allow-Headers: «Content-Type»\n\n`,
      `${PREFLIGHT}«authorization»${OK}Access-Control-Allow-Headers: «*»\n\n`,
      `${PREFLIGHT}«authorization»${OK}\n`,
    ],
    good: [
      `${PREFLIGHT}authorization${OK}Access-Control-Allow-Headers: content-type, AUTHORIZATION\n\n`,
      `${PREFLIGHT}x-id${OK}Access-Control-Allow-Headers: Content-Type\n\n`,
      // Only part of the response is here.
      { text: `${PREFLIGHT}authorization${OK}\n`, circumstances: { excerpt: true } },
    ],
  },
  recognise(view) {
    const { request, response, circumstances } = view
    const origin = foreignOrigin(view)
    if (!origin || !succeeded(view) || !isPreflight(request) || !allows(response, origin.text)) return undefined
    const wanted = memberNamed(membersOf(request, 'access-control-request-headers'), 'authorization')
    const allowed = membersOf(response, 'access-control-allow-headers')
    if (!wanted || memberNamed(allowed, 'authorization')) return undefined
    const place = memberNamed(allowed, '*') ?? allowed.at(-1)
    if (!place && circumstances.excerpt) return undefined
    const there: readonly Found[] = place ? [{ in: 'response', span: place.span }] : []
    // Some browsers still take the `*` for it.
    return symptomOf(place?.text === '*' ? 2 : 3, [...there, { in: 'request', span: wanted.span }])
  },
}

export default diagnosis
