/** A password with a colon in it, split at every colon. */

import type { Diagnosis } from '../diagnosis.ts'
import { userPassesIn } from '../rules/user-passes.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'

// a:b:c
const GET = (text: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic ${text}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'The password has a colon in it: is it split only once?',
  what: 'Name and password are joined by a colon. A password may hold further ones, a name may not, but servers that write `split(":")` and take the second piece see only the beginning of this password.',
  client:
    'Try a password without a colon, to be sure. If the colon stands in the user name, Basic can’t carry that name at all.',
  server:
    'Split at the first colon alone: `split(":", 1)` in Python, `split(":", 2)` in Java, `strings.Cut` in Go, `indexOf(":")` in JavaScript (RFC 7617 §2).',
  examples: {
    bad: [`${GET('«YTpiOmM=»')}${REFUSED}`, `${GET('«YTpiOmM=»')}HTTP/1.1 400 Bad Request\n\n`],
    good: [`${GET('YTpi')}${REFUSED}`, `${GET('YTpiOmM=')}HTTP/1.1 200 OK\n\n`],
  },
  recognise(view) {
    if (!isRefused(view)) return undefined
    const places = userPassesIn(view)
      .filter(({ octets }) => octets.indexOf(COLON) !== octets.lastIndexOf(COLON))
      .map(({ token: { span } }) => ({ in: 'request', span }) as const)
    return symptomOf(2, places)
  },
}

const COLON = 0x3a

export default diagnosis
