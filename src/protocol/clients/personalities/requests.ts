/** Python's requests, which only answers Digest when it is told to. */

import type { Personality } from './personality.ts'

const requests: Personality = {
  name: 'requests',
  called: 'HTTPDigestAuth',
  source: { kind: 'measured', versions: '2.28.1, 2.34.2' },
  schemes: ['Digest'],
  takes: 'best',
  finds: 'everywhere',
  parameters: 'all-lines',
  ofEquals: 'first',
  // SHA-1 and SHA-512 are nobody else's.
  algorithms: ['MD5', 'MD5-sess', 'SHA', 'SHA-256', 'SHA-512'],
  authInt: 'refuses',
  missesNonce: true,
  otherwise: 'nothing',
  asks: false,
  proxies: false,
  unasked: 'requests.get(url, auth=(name, password))',
  repeats: true,
}

export default requests
