/** Python's httpx, which only answers Digest when it is told to. */

import type { Personality } from './personality.ts'

const httpx: Personality = {
  name: 'httpx',
  called: 'DigestAuth',
  source: { kind: 'measured', versions: '0.23.3' },
  schemes: ['Digest'],
  takes: 'best',
  finds: 'line-start',
  parameters: 'to-line-end',
  ofEquals: 'first',
  algorithms: ['MD5', 'MD5-sess', 'SHA', 'SHA-sess', 'SHA-256', 'SHA-256-sess', 'SHA-512', 'SHA-512-sess'],
  authInt: 'refuses',
  missesNonce: true,
  otherwise: 'nothing',
  asks: false,
  proxies: false,
  unasked: 'httpx.get(url, auth=(name, password))',
  repeats: true,
}

export default httpx
