/** User and password travel in Base64, the standard one, with its padding. */

import { base64, fromBase64, fromBase64url, octetsOf } from '../../../protocol/text/octets.ts'
import { behindScheme, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7617 §2',
  title: 'Basic credentials are one piece of Base64',
  why: 'User, colon and password are encoded as Base64 with `+`, `/` and padding: neither plain text nor base64url. Servers can’t read it otherwise, and answer as if the password were wrong.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «Aladdin:open sesame»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YTo_Pz8_»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YTpiYw»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Basic»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: basic YTo/Pz8/\n\n',
    ],
  },
  check({ request }) {
    return shownIn(request, 'Basic').flatMap((shown) => {
      const { text, span } = behindScheme(shown)
      if (text === '') return [{ in: 'request', span: shown.credentials.scheme.span }]
      if (text.length % 4 === 0 && fromBase64(text)) return []
      const octets = octetsMeant(text)
      return [{ in: 'request', span, fix: octets && { span, insert: base64(octets) } }]
    })
  },
}

/** Base64 without padding, base64url, or a user and a password as people would write them. */
function octetsMeant(text: string): Uint8Array | undefined {
  const octets = fromBase64(text) ?? fromBase64url(text)
  if (octets?.length) return octets
  return text.includes(':') ? octetsOf(text) : undefined
}

export default rule
