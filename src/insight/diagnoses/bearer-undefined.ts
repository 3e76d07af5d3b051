/** `Bearer undefined`: the variable was empty when the request was made. */

import { latin1Text } from '../../protocol/text/octets.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { behindScheme, shownIn } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import { userPassesIn } from '../rules/user-passes.ts'
import { succeeded, symptomOf } from './readers/outcomes.ts'

const GET = (value: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${value}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n'

const diagnosis: Diagnosis = {
  title: 'The variable with the token was empty',
  what: 'Where the token should stand, the program wrote what an empty variable looks like: `undefined`, `null`, or nothing. It was read too early, under another name, or not exported.',
  client:
    'Wait for the login before the first request, and leave `Authorization` out as long as there is no token. In a shell look at `echo "$TOKEN"`, in CI at whether the secret is passed to this job.',
  server: 'Nothing to do. A clear `error_description` helps, such as “not a token”.',
  examples: {
    bad: [
      `${GET('Bearer «undefined»')}${REFUSED}`,
      `${GET('«Bearer»')}${REFUSED}`,
      // undefined:undefined
      `${GET('Basic «dW5kZWZpbmVkOnVuZGVmaW5lZA==»')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n`,
    ],
    good: [
      `${GET('Bearer undefined0')}${REFUSED}`,
      `${GET('Bearer null')}HTTP/1.1 200 OK\n\n`,
      `${GET('Bearer <token>')}${REFUSED}`,
    ],
  },
  recognise: (view) => (succeeded(view) ? undefined : symptomOf(3, [...emptyTokens(view), ...emptyPasswords(view)])),
}

const emptyTokens = ({ request }: View): readonly Found[] =>
  shownIn(request, 'Bearer').flatMap((shown): readonly Found[] => {
    const { text, span } = behindScheme(shown)
    if (text === '') return [{ in: 'request', span: shown.credentials.scheme.span }]
    return NOTHING.test(text) ? [{ in: 'request', span }] : []
  })

const emptyPasswords = (view: View): readonly Found[] =>
  userPassesIn(view)
    .filter(
      ({ octets }) =>
        octets.length < 100 &&
        latin1Text(octets)
          .split(':')
          .every((half) => NOTHING.test(half)),
    )
    .map(({ token: { span } }) => ({ in: 'request', span }))

/** As languages print it: JavaScript, Python, Go, and a template that nobody filled in. */
const NOTHING = /^(?:undefined|null|none|nil|<nil>|nan|\[object \w+\]|\$\{?\w+\}?|\{\{ ?\w+ ?\}\})$/i

export default diagnosis
