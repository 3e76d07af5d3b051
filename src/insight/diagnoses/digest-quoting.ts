/** A Digest answer with its quotes in the wrong places, or without what `qop` brings along. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import type { View } from '../rule.ts'
import incomplete from '../rules/digest/digest-credentials-incomplete.ts'
import quoting from '../rules/digest/digest-credentials-quoting.ts'
import count from '../rules/digest/digest-nc-syntax.ts'
import { codeOf, isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'

const GET = (params: string, scheme = 'Digest') =>
  `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${scheme} username="a", realm="a", nonce="b", uri="/", response="8ca523f5e9506fed4657c9700eebdbec", ${params}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="d", qop="auth"\n\n'
const BAD = 'HTTP/1.1 400 Bad Request\n\n'

const diagnosis: Diagnosis = {
  title: 'This Digest answer isn’t written as servers read it',
  what: 'Some parameters need quotes, some must not have any, and with `qop` come `nc` and `cnonce`. Whoever writes the line by hand, or with a simple library, gets that mixed up, and strict servers refuse it however right the password is.',
  client:
    'Quotes around `username`, `realm`, `nonce`, `uri`, `response`, `cnonce` and `opaque`, none around `qop`, `nc` and `algorithm`: `qop=auth, nc=00000001, cnonce="…"` (RFC 7616 §3.4). `curl --digest -v` shows a right one.',
  server: 'Read both forms, as clients write both, and say with `400` which parameter could not be read.',
  examples: {
    bad: [
      `${GET('qop=«"auth"», nc=«"00000001"», cnonce="c"')}${BAD}`,
      `${GET('qop=auth, nc=«1», cnonce="c"')}${REFUSED}`,
      `${GET('opaque="o"', '«Digest»')}${REFUSED}`,
    ],
    good: [
      // The old way, where the server asked for it; then it is the password.
      `${GET('opaque="o"')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="d"\n\n`,
      `${GET('qop=auth, nc=00000001, cnonce="c"')}${REFUSED}`,
      `${GET('qop="auth", nc=00000001, cnonce="c"')}HTTP/1.1 200 OK\n\n`,
    ],
  },
  recognise(view, found) {
    if (!isRefused(view) || shownIn(view.request, 'Digest').length === 0) return undefined
    const rules = {
      'digest-credentials-quoting': quoting,
      'digest-nc-syntax': count,
      'digest-credentials-incomplete': incomplete,
    }
    const all = Object.entries(rules).flatMap(([id, rule]) =>
      found.has(id) && (rule !== incomplete || offersQop(view)) ? placesOf(rule, view) : [],
    )
    const places = all.filter(({ in: side }) => side === 'request')
    // One parameter may break two rules.
    const once = places.filter((each, i) => places.findIndex(({ span }) => span.start === each.span.start) === i)
    return symptomOf(codeOf(view) === 400 ? 3 : 2, once)
  },
}

/** Where none is offered, an answer without it is right, as in RFC 2069; a 400 says that it wasn’t. */
const offersQop = (view: View): boolean =>
  codeOf(view) === 400 || challengesOf(view.response, 'Digest').some((each) => param(each, 'qop'))

export default diagnosis
