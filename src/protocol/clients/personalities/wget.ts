/** wget, whose code (`src/http.c`) means to take the best, and whose memory holds the last line only. */

import type { Personality } from './personality.ts'

const wget: Personality = {
  name: 'wget',
  source: { kind: 'measured', versions: '1.21.3' },
  schemes: ['NTLM', 'Digest', 'Basic'],
  takes: 'last-line',
  finds: 'everywhere',
  parameters: 'own',
  ofEquals: 'first',
  authInt: 'answers',
  missesNonce: true,
  otherwise: 'nothing',
  asks: false,
  proxies: false,
  unasked: 'wget --auth-no-challenge',
}

export default wget
