/** A request says once to whom it is addressed. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §3.2',
  title: 'A request needs exactly one Host',
  why: 'An HTTP/1.1 server answers 400 to a request with no `Host` field or with several, before it looks at credentials.',
  examples: {
    bad: [
      'GET / «HTTP/1.1»\nAccept: */*\n\n',
      'GET / HTTP/1.1\nHost: a.example\n«Host»: a.example\n«host»: b.example\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\n\n', 'GET / HTTP/1.0\n\n', 'HTTP/1.1 200 OK\n\n'],
  },
  check({ request, circumstances: { excerpt } }) {
    if (request?.message.line.version.text !== 'HTTP/1.1') return []
    const hosts = linesOf(request, 'host')
    if (hosts.length === 0 && excerpt) return [{ needs: 'whole' }]
    if (hosts.length === 0) return [{ in: 'request', span: request.message.line.version.span }]
    return hosts.slice(1).map(({ field }) => ({ in: 'request', span: field.name.span }))
  },
}

export default rule
