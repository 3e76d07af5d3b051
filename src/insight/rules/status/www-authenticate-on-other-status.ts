/** A challenge outside 401 is allowed, and means something else there. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §11.6.1',
  title: 'A challenge on a {status}',
  why: 'On a 401 the challenge is a demand. On {status} it is a hint: other credentials might change the answer. Browsers and most clients don’t react to it.',
  examples: {
    bad: [
      'HTTP/1.1 403 Forbidden\n«WWW-Authenticate»: Bearer error="insufficient_scope", scope="write"\n\n',
      'HTTP/1.1 200 OK\n«WWW-Authenticate»: Negotiate YWJj\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n', 'HTTP/1.1 403 Forbidden\n\n'],
  },
  check({ response }) {
    const { code = 401, status } = response?.message.line ?? {}
    if (!status || code === 401 || Number.isNaN(code)) return []
    const lines = linesOf(response, 'www-authenticate')
    return lines.map(({ field }) => ({ in: 'response', span: field.name.span, slots: { status: status.text } }))
  },
}

export default rule
