/** A nonce is one run of visible characters. */

import { linesOf } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §8.1',
  title: 'This is not one nonce',
  why: 'A response has one `DPoP-Nonce`, of visible ASCII characters without quotes, backslashes and spaces. Clients copy it as it is into their next proof.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nDPoP-Nonce: «"eyJ7S_zG.eyJH0-Z.HX4w-7v"»\n\n',
      'HTTP/1.1 401 Unauthorized\nDPoP-Nonce: «two words»\n\n',
      'HTTP/1.1 401 Unauthorized\nDPoP-Nonce: a\n«DPoP-Nonce»: b\n\n',
      'HTTP/1.1 401 Unauthorized\n«DPoP-Nonce»:\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nDPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v\n\n',
      'HTTP/1.1 200 OK\nDPoP-Nonce: a,b=\n\n',
      'HTTP/1.1 200 OK\n\n',
    ],
  },
  check: ({ response }) =>
    linesOf(response, 'dpop-nonce').flatMap(({ field: { name, value } }, nth): readonly Found[] => {
      if (nth > 0 || value.text === '') return [{ in: 'response', span: name.span }]
      if (NONCE.test(value.text)) return []
      const bare = value.text.replace(/^"(.*)"$/, '$1')
      const fix = NONCE.test(bare) ? { span: value.span, insert: bare } : undefined
      return [{ in: 'response', span: value.span, fix }]
    }),
}

/** `nonce = 1*NQCHAR`, `NQCHAR = %x21 / %x23-5B / %x5D-7E`, RFC 6749 §A. */
const NONCE = /^[!#-[\]-~]+$/

export default rule
