/** A token alone in `Authorization`, without a word before it. */

import type { Diagnosis } from '../diagnosis.ts'
import rule from '../rules/fields/authorization-scheme-missing.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (value: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${value}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'The token lacks the scheme before it',
  what: '`Authorization` begins with the name of a scheme, and here it begins with the token. The server takes that for a scheme that it doesn’t know, and sees no credentials.',
  client:
    'Put the scheme and a space before it: `Authorization: Bearer <token>`, or the word that `WWW-Authenticate` names.',
  server:
    'If you want the key alone, take it in a field of its own like `X-API-Key`. `Authorization` has a grammar that proxies and libraries rely on (RFC 9110 §11.6.2).',
  examples: {
    bad: [
      `${GET('«eyJhbGciOiJIUzI1NiJ9.e30.AA»')}${REFUSED}`,
      `${GET('«9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b»')}HTTP/1.1 403 Forbidden\n\n`,
    ],
    good: [
      `${GET('Bearer eyJhbGciOiJIUzI1NiJ9.e30.AA')}${REFUSED}`,
      // This server takes it so.
      `${GET('eyJhbGciOiJIUzI1NiJ9.e30.AA')}HTTP/1.1 200 OK\n\n`,
      `${GET('BearereyJhbGciOiJIUzI1NiJ9.e30.AA')}${REFUSED}`,
    ],
  },
  recognise(view, found) {
    if (!found.has('authorization-scheme-missing') || !isRefused(view)) return undefined
    const source = view.request?.message.source ?? ''
    const places = placesOf(rule, view)
    return symptomOf(
      3,
      places.filter(({ span }) => !/^(?:bearer|basic|token|dpop)./i.test(source.slice(span.start, span.end))),
    )
  },
}

export default diagnosis
