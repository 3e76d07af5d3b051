/**
 * Firefox. Read in `nsHttpChannelAuthProvider.cpp` (challenges are told apart, sorted, and tried one after the other) and
 * `nsHttpDigestAuth.cpp`, as a fork held them at aca62236.
 */

import type { Personality } from './personality.ts'

const firefox: Personality = {
  name: 'Firefox',
  source: {
    kind: 'code',
    file: 'nsHttpChannelAuthProvider.cpp',
    href: 'https://searchfox.org/mozilla-central/source/netwerk/protocol/http/nsHttpChannelAuthProvider.cpp',
  },
  schemes: ['Negotiate', 'NTLM', 'Digest', 'Basic'],
  takes: 'best',
  finds: 'everywhere',
  parameters: 'own',
  ofEquals: 'algorithm',
  algorithms: ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess'],
  authInt: 'answers-without-qop',
  missesNonce: false,
  otherwise: 'next-challenge',
  asks: true,
  proxies: true,
  repeats: true,
}

export default firefox
