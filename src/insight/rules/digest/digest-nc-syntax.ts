/** The count has eight hex digits, and begins with one. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import { paramsOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { infoNamed } from '../auth-params.ts'
import { confirmationsIn } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.5',
  title: '`nc` has eight hex digits, and counts from 1',
  why: 'It says which use of the nonce this is: `00000001` at first, then `00000002`. Servers compare it with what they have counted, and it is hashed as it stands, so leading zeros matter.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", nc=«1»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", nc=«00000000»\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d", cnonce="e", nc=«"0x000001"», qop=auth\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", nc=0000001F\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d", cnonce="e", nc="0000001f", qop=auth\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual sid="a", nc=1\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: Mutual sid="a", nc=1\n\n',
    ],
  },
  check: (view) => [
    ...shownIn(view.request, 'Digest').flatMap((shown) => wrongIn(paramsOf(shown), 'request')),
    ...confirmationsIn(view).flatMap(({ info }) => wrongIn(info, 'response')),
  ],
}

function wrongIn(params: readonly AuthParam[], side: Found['in']): readonly Found[] {
  const nc = infoNamed(params, 'nc')
  if (!nc || (/^[0-9a-f]{8}$/i.test(nc.value) && nc.value !== '00000000')) return []
  return [{ in: side, span: nc.raw.text === '' ? nc.span : nc.raw.span }]
}

export default rule
