/** What a HOBA client sends has four parts, and dots between them. */

import { type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import type { Span } from '../../../protocol/text/span.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { textOf } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7486 §2',
  title: 'This is no HOBA result',
  why: 'HOBA credentials are one `result`: key identifier, challenge, nonce and signature, each in base64url, with dots between them. A server can’t take anything else apart.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result=«"WstO.AAEC.AQID"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="WstO.«AA/C».AQID.BWHD"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «HOBA» kid="WstO", challenge="AAEC", nonce="AQID", sig="BWHD"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="WstO.AAEC.«AQ ID».BWHD"\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="WstO.AAEC.AQID.BWHD"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result="Ws-_.AAECAw==.AQI=.BWHD"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: HOBA result=WstO.AAEC.AQID.BWHD\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'HOBA').flatMap(({ credentials }) => {
      const result = param(credentials, 'result')
      const wrong = result ? wrongIn(result) : [credentials.scheme.span]
      return wrong.map((span) => ({ in: 'request', span }))
    }),
}

/** `1*base64urlchars`, to which RFC 7486 §2 counts the equals sign. */
const PART = /^[A-Za-z0-9_=-]+$/

function wrongIn(result: AuthParam): readonly Span[] {
  const { text, span } = textOf(result)
  const parts = text.split('.')
  if (parts.length !== 4 || parts.includes('') || result.raw.text.includes('\\')) return [result.raw.span]
  let end = span.start - 1
  return parts.flatMap((part) => {
    const start = end + 1
    end = start + part.length
    return PART.test(part) ? [] : [{ start, end }]
  })
}

export default rule
