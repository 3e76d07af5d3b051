/** A Basic or Digest challenge without a realm, which some clients can't use. */

import type { Diagnosis } from '../diagnosis.ts'
import basic from '../rules/basic/basic-realm-missing.ts'
import digest from '../rules/digest/digest-realm-missing.ts'
import { symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { showsNothing } from './readers/silence.ts'

const GET = 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\n'

const diagnosis: Diagnosis = {
  title: 'The challenge has no realm, and this scheme needs one',
  what: 'HTTP itself leaves `realm` to the scheme. Bearer can do without, Basic and Digest can’t: some clients ignore such a challenge, and none can tell which stored password is meant.',
  client: 'Send the credentials unasked, as with `curl -u` or a preemptive setting of the library.',
  server: 'Name the area in quotes: `WWW-Authenticate: Basic realm="Staff"` (RFC 7617 §2, RFC 7616 §3.3).',
  examples: {
    bad: [
      `${GET}WWW-Authenticate: «Basic»\n\n`,
      `${GET}WWW-Authenticate: «Digest» nonce="b", qop="auth", algorithm=SHA-256\n\n`,
    ],
    good: [`${GET}WWW-Authenticate: Basic realm=""\n\n`, `${GET}WWW-Authenticate: Bearer scope="read"\n\n`],
  },
  recognise(view, found) {
    const places = [
      ...(found.has('basic-realm-missing') ? placesOf(basic, view) : []),
      ...(found.has('digest-realm-missing') ? placesOf(digest, view) : []),
    ]
    // Who answered it all the same had no trouble with it.
    return symptomOf(showsNothing(view) ? 2 : 1, places)
  },
}

export default diagnosis
