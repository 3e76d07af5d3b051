/** Text from a documentation page, or from a program's slip, where the token ought to be. */

import { behindScheme, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 6750 §2.1',
  title: 'That looks like a stand-in for a token',
  why: 'Examples write `<token>` or `eyJ...` where yours goes, and a program whose variable is empty sends `undefined`. The server only sees a token that it doesn’t know.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «<token>»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «eyJhbGc...xyz»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «YOUR_ACCESS_TOKEN»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «undefined»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «[object Object]»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer «Bearer abc»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer mF_9.B5f-4.1JqM\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer nullable..0\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Bearer')
      .map(behindScheme)
      .filter(({ text }) => STAND_IN.test(text))
      .map(({ span }) => ({ in: 'request', span })),
}

/** In this order: ellipses, brackets of all kinds, words, a slip of JavaScript, and the scheme once more. */
const STAND_IN =
  /\.{3}|…|[<{$]|^%.*%$|^(?:your|my|insert)[_-]|^(?:undefined|null|none|token|access_token|x{3,})$|^\[object|^bearer(?: |$)/i

export default rule
