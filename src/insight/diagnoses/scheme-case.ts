/** `bearer` is as good as `Bearer`, except for some parsers. */

import type { AuthElement } from '../../protocol/auth/challenge.ts'
import { param, sameScheme } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf, shownIn } from '../reading.ts'
import rule from '../rules/grammar/scheme-case-sensitive.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { NOTHING_CAME, sayingIn } from './readers/sayings.ts'

const GET = (shown: string) => `GET / HTTP/1.1\nHost: a.example\nAuthorization: ${shown}\n\n---\n`
const REFUSED = 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n'

const diagnosis: Diagnosis = {
  title: 'The server minds whether the scheme is in capitals',
  what: 'The names of schemes compare without case, but this server seems to look for one spelling, with something like `startsWith("Bearer ")`. With another one it sees no credentials at all.',
  client: 'Write the scheme as the challenge spells it, mostly `Bearer`. Don’t change the case of the token itself.',
  server: 'Split at the first space and compare the scheme in lower case, the token as it stands (RFC 9110 §11.1).',
  examples: {
    bad: [
      `${GET('bearer b')}${REFUSED}===\n${GET('«Bearer» b')}HTTP/1.1 200 OK\n\n`,
      `${GET('«bearer» b')}${REFUSED}{"message":"Missing bearer token"}`,
      `${GET('«BEARER» b')}${REFUSED}`,
    ],
    good: [
      `${GET('Bearer b')}${REFUSED}{"message":"Missing bearer token"}`,
      `${GET('bearer b')}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n`,
      `${GET('bearer b')}HTTP/1.1 200 OK\n\n`,
    ],
  },
  recognise(view, found) {
    if (found.has('scheme-case-sensitive')) return symptomOf(3, placesOf(rule, view))
    const [shown] = shownIn(view.request)
    const asked = challengesOf(view.response)
    if (codeOf(view) !== 401 || !shown || shown.credentials.payload.kind === 'bare') return undefined
    const { text, span } = shown.credentials.scheme
    if (!asked.some((each) => isOther(each, text)) || asked.some((each) => param(each, 'error'))) return undefined
    // With a token, no word about an error means that none was seen.
    const unseen = sayingIn(view.response, NOTHING_CAME) ?? sameScheme(text, 'Bearer')
    return unseen ? symptomOf(sayingIn(view.response, NOTHING_CAME) ? 3 : 2, [{ in: 'request', span }]) : undefined
  },
}

/** The same scheme, spelled otherwise. */
const isOther = ({ scheme }: AuthElement, text: string): boolean =>
  scheme.text !== text && sameScheme(scheme.text, text)

export default diagnosis
