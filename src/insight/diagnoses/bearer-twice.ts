/** `Bearer Bearer …`: the word was put before a token that had it already. */

import type { Diagnosis } from '../diagnosis.ts'
import { behindScheme, shownIn } from '../reading.ts'
import { succeeded, symptomOf } from './readers/outcomes.ts'

const GET = (value: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${value}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n'

const diagnosis: Diagnosis = {
  title: '`Bearer` stands there twice',
  what: 'Somebody typed the word along with the token into a field that adds it by itself, as in Swagger UI or Postman, or two places in the code both put it there. To the server the second one is part of the token.',
  client: 'Put in the token alone, or set the field at one place only: `Authorization: Bearer <token>`.',
  server: 'Answer `400` with `invalid_request`, so that it doesn’t look like an old token (RFC 6750 §3.1).',
  examples: {
    bad: [`${GET('Bearer «Bearer abc»')}${REFUSED}`, `${GET('bearer «bearer: abc»')}${REFUSED}`],
    good: [`${GET('Bearer abc')}${REFUSED}`, `${GET('Bearer bearer.abc')}${REFUSED}`],
  },
  recognise(view) {
    if (succeeded(view)) return undefined
    const twice = shownIn(view.request, 'Bearer').map(behindScheme)
    return symptomOf(
      3,
      twice.filter(({ text }) => /^bearer[\s:]/i.test(text)).map(({ span }) => ({ in: 'request', span })),
    )
  },
}

export default diagnosis
