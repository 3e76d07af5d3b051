/** Hawk's examples from its documentation. Each `random` begins with the nonce, which is base64url of the client's octets. */

import type { Secret, Vector } from '../../auth/scheme.ts'

const steve: Secret = {
  id: 'steve',
  kind: 'hawk-key',
  keyId: 'dh37fgj492je',
  key: 'werxhqb98rpaxn39848xrunpaw3489ruxnpa98w4rxn',
  algorithm: 'sha256',
  ext: 'some-app-ext-data',
}

const random = ['j4h3g2A=']
const now = 1353832234_000

export const vectors: readonly Vector[] = [
  {
    name: 'a request',
    cite: 'Hawk §protocol-example',
    request: 'GET /resource/1?b=1&a=2 HTTP/1.1\nHost: example.com:8000\n\n',
    offer: 'Hawk',
    secret: steve,
    random,
    now,
    expect: [
      'Hawk id="dh37fgj492je", ts="1353832234", nonce="j4h3g2", ext="some-app-ext-data", mac="6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE="',
    ],
  },
  {
    name: 'a request with a body',
    cite: 'Hawk §payload-validation',
    request:
      'POST /resource/1?b=1&a=2 HTTP/1.1\nHost: example.com:8000\nContent-Type: text/plain\n\nThank you for flying Hawk',
    offer: 'Hawk',
    secret: steve,
    random,
    now,
    expect: [
      'Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=',
      'Hawk id="dh37fgj492je", ts="1353832234", nonce="j4h3g2", hash="Yi9LfIIFRtBEPt74PVmbTF/xVAwPn7ub15ePICfgnuY=", ext="some-app-ext-data", mac="aSe1DERmZuRl3pI36/9BdZmnErTw3sNzOOAUlfeKjVw="',
    ],
  },
  {
    name: 'a clock that is put right',
    cite: 'Hawk §replay-protection, with the tsm that this key gives for that ts',
    request: 'GET /resource/1?b=1&a=2 HTTP/1.1\nHost: example.com:8000\n\n',
    offer: 'Hawk ts="1353832234", tsm="2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=", error="Stale timestamp"',
    secret: { ...steve, id: 'slow', clock: '-300' },
    random,
    now,
    expect: [
      '2mw1eh/qXzl0wJZ/E6XvBhRMEJN7L3j8AyMA8eItEb0=',
      '300',
      'mac="6R4rV5iE+NPoym+WwjeHzjAGXUtLNIxmo1vpMofpLAE="',
    ],
  },
]
