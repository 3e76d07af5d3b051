/** What comes in TLS early data can come a second time, from somebody else. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { showsCredentials } from '../key-fields.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 8470 §4',
  title: 'A {method} that can be replayed',
  why: 'Early data is sent before the TLS handshake is done: whoever records it can send it again, credentials and all, and what the {method} does happens twice. Clients must not send it so, and servers refuse it with 425, which asks to send it again later.',
  examples: {
    bad: [
      'POST /transfer HTTP/1.1\nHost: bank.example\nEarly-Data: «1»\nAuthorization: Bearer a1b2\n\nto=eve\n---\nHTTP/1.1 201 Created\n\n',
      'DELETE /letter HTTP/1.1\nHost: a.example\nEarly-Data: «1»\nCookie: sid=a1b2\n\n',
    ],
    good: [
      'POST /transfer HTTP/1.1\nHost: bank.example\nEarly-Data: 1\nAuthorization: Bearer a1b2\n\nto=eve\n---\nHTTP/1.1 425 Too Early\n\n',
      'GET /me HTTP/1.1\nHost: a.example\nEarly-Data: 1\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\n\n',
      'POST /transfer HTTP/1.1\nHost: bank.example\nAuthorization: Bearer a1b2\n\nto=eve\n---\nHTTP/1.1 201 Created\n\n',
      'POST /search HTTP/1.1\nHost: a.example\nEarly-Data: 1\n\nq=a\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const [line] = linesOf(request, 'early-data')
    if (!request || !line || (response && response.message.line.code >= 400)) return []
    const method = request.message.line.method.text
    if (SAFE.includes(method) || !showsCredentials(request, view)) return []
    const { name, value } = line.field
    return [{ in: 'request', span: value.text === '' ? name.span : value.span, slots: { method } }]
  },
}

const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE']

export default rule
