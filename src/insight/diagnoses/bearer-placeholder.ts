/** `Bearer <token>`, copied from the documentation as it stood there. */

import type { Diagnosis } from '../diagnosis.ts'
import { shownIn } from '../reading.ts'
import rule from '../rules/bearer/bearer-placeholder-token.ts'
import { succeeded, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { sayingIn } from './readers/sayings.ts'

const GET = (token: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${token}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"'

const diagnosis: Diagnosis = {
  title: 'The token is still the one of the example',
  what: 'That is what documentation writes in place of a token: a word in brackets, `YOUR_TOKEN`, or one cut off with dots. No server knows it.',
  client: 'Put your own token there, whole and without brackets. Where you copied it, a table may have cut it off.',
  examples: {
    bad: [
      `${GET('«<token>»')}${REFUSED}\n\n`,
      `${GET('«YOUR_ACCESS_TOKEN»')}${REFUSED}\n\n`,
      `${GET('«eyJhbGc...xyz»')}${REFUSED}\n\n`,
    ],
    good: [
      `${GET('mF_9.B5f-4.1JqM')}${REFUSED}\n\n`,
      // A server that knows such a token by name: the one of the documentation itself.
      `${GET('eyJhbGc...xyz')}${REFUSED}, error_description="The token expired"\n\n`,
      `${GET('undefined')}${REFUSED}\n\n`,
    ],
  },
  recognise(view, found) {
    if (!found.has('bearer-placeholder-token') || succeeded(view) || sayingIn(view.response, /expired/i))
      return undefined
    const { source } = shownIn(view.request, 'Bearer').length > 0 ? (view.request?.message ?? NONE) : NONE
    const places = placesOf(rule, view).filter(({ span }) => !OTHERS.test(source.slice(span.start, span.end)))
    return symptomOf(3, places)
  },
}

const NONE = { source: '' }

/** What has a diagnosis of its own: an empty variable, and the scheme once more. */
const OTHERS = /^(?:undefined|null|none|\[object.*|\$\{?\w+\}?|\{\{ ?\w+ ?\}\}|bearer[\s:].*)$/i

export default diagnosis
