/** `headers.get('WWW-Authenticate')` is null, though the network panel shows it. */

import type { Diagnosis } from '../diagnosis.ts'
import { linesOf } from '../reading.ts'
import type { View } from '../rule.ts'
import rule from '../rules/browsers/cors-expose-www-authenticate.ts'
import { foreignOrigin } from '../rules/cross-origin.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const ASKED = 'GET /me HTTP/1.1\nHost: api.example\nOrigin: https://app.example\n'
const REFUSED = '\n---\nHTTP/1.1 401 Unauthorized\nAccess-Control-Allow-Origin: https://app.example\n'

const diagnosis: Diagnosis = {
  title: 'The script gets null for `WWW-Authenticate`',
  what: 'The field is on the wire, and the network panel shows it. But to a script of another origin a browser shows only a few harmless fields, unless the response names more of them.',
  client: 'Until the server exposes it, go by the status, or by what the body says.',
  server: 'Add `Access-Control-Expose-Headers: WWW-Authenticate`, with errors as well as with successes.',
  scenario: '45-cors',
  examples: {
    bad: [
      `${ASKED}${REFUSED}«WWW-Authenticate»: Bearer realm="a", scope="read"\n\n`,
      `${ASKED}Sec-Fetch-Mode: cors\n${REFUSED}«WWW-Authenticate»: Bearer realm="a"\nAccess-Control-Expose-Headers: ETag\n\n`,
    ],
    good: [
      `${ASKED}${REFUSED}WWW-Authenticate: Bearer realm="a"\nAccess-Control-Expose-Headers: WWW-Authenticate\n\n`,
      'GET /me HTTP/1.1\nHost: api.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
  },
  recognise(view, found) {
    if (!found.has('cors-expose-www-authenticate') || codeOf(view) !== 401 || !foreignOrigin(view)) return undefined
    const [line] = linesOf(view.response, 'www-authenticate')
    const places = placesOf(rule, view).filter(({ span }) => span.start === line?.field.name.span.start)
    return symptomOf(isByScript(view) ? 2 : 1, places)
  },
}

const isByScript = ({ request, circumstances: { script } }: View): boolean =>
  script === true || linesOf(request, 'sec-fetch-mode').some(({ field }) => field.value.text === 'cors')

export default diagnosis
