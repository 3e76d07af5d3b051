/** Behind `Bearer` stands the token, and nothing but the token. */

import { isToken68 } from '../../../protocol/http/grammar.ts'
import type { Token } from '../../../protocol/text/span.ts'
import { behindScheme, shownIn } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §2.1',
  title: 'One token belongs behind `Bearer`',
  why: 'The token stands there as it was issued: no quotes, no `token=`, no spaces, and only letters, digits and `-._~+/=`. Servers answer 400 or 401 to anything else.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «"abc"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «token=abc»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «Bearer abc»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «<token>»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Bearer»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: bearer  a~b+c/d==\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: OAuth token="abc"\n\n',
    ],
  },
  check({ request }) {
    return shownIn(request, 'Bearer').flatMap((shown) => {
      const behind = behindScheme(shown)
      if (isToken68(behind.text)) return []
      if (behind.text === '') return [{ in: 'request', span: shown.credentials.scheme.span }]
      return [{ in: 'request', span: behind.span, fix: bared(behind) }]
    })
  },
}

/** The token without what people wrap around it, if one comes to light. */
function bared({ text, span }: Token): Fix | undefined {
  const insert = text
    .replace(/^bearer[ :]+/i, '')
    .replace(/^(?:access_)?token=(?=.)/i, '')
    .replace(/^"([^"]*)"$/, '$1')
  return insert !== text && isToken68(insert) ? { span, insert } : undefined
}

export default rule
