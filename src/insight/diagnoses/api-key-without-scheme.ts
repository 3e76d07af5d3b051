/** A challenge that is the name of a field: API keys have no scheme. */

import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import { isKeyField } from '../rules/key-fields.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'

const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: '

const diagnosis: Diagnosis = {
  title: 'The challenge names a header field, not a scheme',
  what: 'The API takes a key in a field of its own, and for that HTTP has no scheme. So the challenge is made up: no client can answer it by itself, and `Authorization: X-API-Key …` would be wrong as well.',
  client: 'Send the key as a field: `X-API-Key: …`, or whatever the documentation calls it.',
  server:
    'Take the key as `Authorization: Bearer …` and ask with `WWW-Authenticate: Bearer`, or answer `403` for a missing key: that needs no challenge (RFC 9110 §15.5.2).',
  scenario: '04-documented-api-key',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}«X-API-Key» realm="a"\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nApiKey: b\n\n---\n${REFUSED}«Api-Key»\n\n`,
    ],
    good: [
      // Elasticsearch takes it as a scheme, in `Authorization`.
      `GET / HTTP/1.1\nHost: a.example\n\n---\n${REFUSED}Basic realm="a"\nWWW-Authenticate: ApiKey\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nX-API-Key: b\n\n---\n${REFUSED}Bearer realm="a"\n\n`,
    ],
  },
  recognise(view) {
    if (codeOf(view) !== 401) return undefined
    const made = challengesOf(view.response).filter(({ scheme }) => {
      const name = scheme.text.toLowerCase()
      return name !== 'apikey' && isKeyField(name)
    })
    return symptomOf(
      2,
      made.map(({ scheme: { span } }) => ({ in: 'response', span })),
    )
  },
}

export default diagnosis
