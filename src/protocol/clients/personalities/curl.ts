/** curl, told to choose. */

import type { Personality } from './personality.ts'

const curl: Personality = {
  name: 'curl',
  called: '--anyauth',
  source: { kind: 'measured', versions: '7.88.1, 8.14.1' },
  // Bearer would be second, were it given a token.
  schemes: ['Negotiate', 'Digest', 'NTLM', 'Basic'],
  takes: 'best',
  finds: 'everywhere',
  parameters: 'to-line-end',
  ofEquals: 'first',
  algorithms: ['MD5', 'MD5-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512-256', 'SHA-512-256-sess'],
  authInt: 'answers',
  missesNonce: true,
  otherwise: 'nothing',
  asks: false,
  proxies: true,
  unasked: 'curl -u',
  repeats: true,
}

export default curl
