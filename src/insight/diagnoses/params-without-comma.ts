/** A space or a semicolon where a comma belongs between parameters. */

import type { Diagnosis } from '../diagnosis.ts'
import type { View } from '../rule.ts'
import comma from '../rules/grammar/auth-param-missing-comma.ts'
import semicolon from '../rules/grammar/auth-param-semicolon.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: '

const diagnosis: Diagnosis = {
  title: 'Parameters are set apart by a space, not by a comma',
  what: 'Strict parsers stop at the first parameter, so the rest isn’t there for them, however well it reads to people. In a challenge it is often `scope`, `charset` or `resource_metadata` that gets lost.',
  client: 'A parser of your own may be lenient here. In what you send, put commas between parameters.',
  server:
    'Write `Bearer realm="api", scope="read"`: a comma between parameters, and a space only behind the scheme (RFC 9110 §11.2).',
  scenario: '20-keys-in-the-wild',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}Bearer resource_metadata="https://a.example/.well-known/oauth-protected-resource" «scope»="read"\n\n`,
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}Basic realm="a"«;» charset="UTF-8"\n\n`,
    ],
    good: [
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}Bearer realm="a", scope="read write"\n\n`,
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}Basic realm="a; charset=UTF-8"\n\n`,
    ],
  },
  recognise(view, found) {
    const places = [
      ...(found.has('auth-param-missing-comma') ? placesOf(comma, view) : []),
      ...(found.has('auth-param-semicolon') ? placesOf(semicolon, view) : []),
    ]
    return symptomOf(isSent(places, view) ? 3 : 2, places)
  },
}

const isSent = (places: ReturnType<typeof placesOf>, view: View): boolean =>
  isRefused(view) && places.some(({ in: side }) => side === 'request')

export default diagnosis
