/**
 * Chromium, and what is made of it. Read at commits 0c65172f (`http_auth.cc`: each field line is one challenge, the highest
 * score wins), 0d2478d1 (`http_auth_handler_digest.cc`) and 01345183 (`http_auth_controller.cc`: what is sent again
 * unasked, and what comes after a scheme that can't be used); the scores are Basic 1, Digest 2, NTLM 3, Negotiate 4.
 */

import type { Personality } from './personality.ts'

const chromium: Personality = {
  name: 'Chromium',
  source: {
    kind: 'code',
    file: 'net/http/http_auth.cc',
    href: 'https://source.chromium.org/chromium/chromium/src/+/main:net/http/http_auth.cc',
  },
  schemes: ['Negotiate', 'NTLM', 'Digest', 'Basic'],
  takes: 'best',
  finds: 'line-start',
  parameters: 'to-line-end',
  ofEquals: 'first',
  algorithms: ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'],
  authInt: 'answers-without-qop',
  missesNonce: true,
  otherwise: 'next-challenge',
  asks: true,
  proxies: true,
  repeats: true,
}

export default chromium
