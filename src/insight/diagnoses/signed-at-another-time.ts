/** A signature with a time in it, made by a clock that is wrong, or sent too late. */

import { param } from '../../protocol/auth/challenge.ts'
import type { Diagnosis } from '../diagnosis.ts'
import { challengesOf } from '../reading.ts'
import type { Found, View } from '../rule.ts'
import iat from '../rules/dpop/dpop-iat-window.ts'
import skew from '../rules/vendors/sigv4-clock-skew.ts'
import { isRefused, symptomOf } from './readers/outcomes.ts'
import { placesOf } from './readers/places.ts'
import { sayingIn } from './readers/sayings.ts'

const SIGNED =
  'GET / HTTP/1.1\nHost: a.example\nX-Amz-Date: 20150830T123600Z\nAuthorization: AWS4-HMAC-SHA256 Credential=AKID/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31\n\n---\n'
const HAWK = 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Hawk id="a", ts="1353832234", nonce="b", mac="c"\n\n---\n'

const diagnosis: Diagnosis = {
  title: 'Signed at another time than the server’s',
  what: 'The time is part of the signature, and servers take it only for some minutes: 15 with AWS, about one with Hawk. The key may be right. Either the clock here is wrong, or the request was signed and sent much later.',
  client:
    'Set the clock by NTP, or take the difference to the `Date` of this response into account, as AWS SDKs do by themselves. Sign each retry anew.',
  server: 'Send `Date`, with Hawk also `ts` and `tsm`, so that a client can correct itself.',
  scenario: '19-hawk',
  examples: {
    bad: [
      `${SIGNED.replace('20150830T123600Z', '«20150830T123600Z»')}HTTP/1.1 403 Forbidden\nDate: Sun, 30 Aug 2015 13:36:00 GMT\n\n<Code>«RequestTimeTooSkewed»</Code>`,
      `${HAWK}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Hawk ts="1353832300", tsm="d", error=«"Stale timestamp"»\n\n`,
    ],
    good: [
      `${SIGNED}HTTP/1.1 403 Forbidden\nDate: Sun, 30 Aug 2015 12:36:10 GMT\n\n<Code>SignatureDoesNotMatch</Code>`,
      `${HAWK}HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Hawk error="Bad mac"\n\n`,
    ],
  },
  recognise(view, found) {
    if (!isRefused(view)) return undefined
    const places = [
      ...(found.has('sigv4-clock-skew') ? placesOf(skew, view) : []),
      ...(found.has('dpop-iat-window') ? placesOf(iat, view) : []),
      ...staleHawk(view),
    ]
    const said = sayingIn(view.response, SKEWED)
    const isNew = said && !places.some(({ span }) => span.start === said.span.start)
    return symptomOf(3, isNew ? [...places, said] : places)
  },
}

const staleHawk = ({ response }: View): readonly Found[] =>
  challengesOf(response, 'Hawk').flatMap((each): readonly Found[] => {
    const error = param(each, 'error')
    return error && /stale/i.test(error.value) ? [{ in: 'response', span: error.raw.span }] : []
  })

/** AWS, Azure, OAuth 1.0. */
const SKEWED = /\b(?:RequestTimeTooSkewed|RequestExpired|Signature (?:expired|not yet current)|timestamp_refused)\b/

export default diagnosis
