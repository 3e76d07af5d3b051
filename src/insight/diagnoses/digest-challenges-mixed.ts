/** The nonce of one Digest challenge, and the algorithm or realm of another. */

import type { Diagnosis } from '../diagnosis.ts'
import algorithm from '../rules/digest/digest-algorithm-not-offered.ts'
import opaque from '../rules/digest/digest-opaque-not-echoed.ts'
import realm from '../rules/digest/digest-realm-nonce-mismatch.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const ASKED =
  'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="n1", qop="auth", algorithm=SHA-256\nWWW-Authenticate: Digest realm="a", nonce="n2", qop="auth", algorithm=MD5, opaque="o"\n\n===\n'
const GET = (params: string) =>
  `GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri="/", qop=auth, nc=00000001, cnonce="c", response="8ca523f5e9506fed4657c9700eebdbec", ${params}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="n3", qop="auth"\n\n'

const diagnosis: Diagnosis = {
  title: 'Digest: parts of two challenges are mixed in one answer',
  what: 'Each challenge is a set of its own: `realm`, `nonce`, `algorithm` and `opaque` belong together. This answer has parts of two of them, or of one from earlier, so it fits none.',
  client:
    'Choose one challenge, the first whose `algorithm` you can do, and take every value from that one alone (RFC 7616 §3.7). Forget the old one when a new `401` comes.',
  server:
    'Give all algorithms of one response the same `nonce` and `opaque`: then a client that mixes them up still gets in.',
  scenario: '09-two-challenges',
  examples: {
    bad: [
      `${ASKED}${GET('realm="a", nonce="n1", algorithm=«MD5»')}${REFUSED}`,
      `${ASKED}${GET('realm=«"b"», nonce="n1", algorithm=SHA-256')}${REFUSED}`,
    ],
    good: [
      `${ASKED}${GET('realm="a", nonce="n1", algorithm=SHA-256')}${REFUSED}`,
      `${ASKED}${GET('realm="a", nonce="n2", algorithm=MD5, opaque="o"')}${REFUSED}`,
      `${ASKED}${GET('realm="a", nonce="n1", algorithm=MD5')}HTTP/1.1 200 OK\n\n`,
    ],
  },
  recognise(view, found) {
    if (!isRefused(view)) return undefined
    const rules = {
      'digest-realm-nonce-mismatch': realm,
      'digest-algorithm-not-offered': algorithm,
      'digest-opaque-not-echoed': opaque,
    }
    return symptomOf(
      3,
      Object.entries(rules).flatMap(([id, rule]) => (found.has(id) ? placesOf(rule, view) : [])),
    )
  },
}

export default diagnosis
