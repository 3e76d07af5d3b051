/** A `WWW-Authenticate` field without a challenge in it asks nothing. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.6.1',
  title: 'The challenge is empty',
  why: 'The field is there, but holds no challenge: commas don’t count. A 401 needs at least one, so that clients know how to answer.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\n«WWW-Authenticate»:\n\n',
      'HTTP/1.1 401 Unauthorized\n«WWW-Authenticate»: , ,\nWWW-Authenticate:\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate:\nWWW-Authenticate: Basic realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n',
      'HTTP/1.1 200 OK\nWWW-Authenticate:\n\n',
    ],
  },
  check({ response }) {
    const lines = linesOf(response, 'www-authenticate')
    const [first] = lines
    if (response?.message.line.code !== 401 || !first) return []
    if (lines.some(({ field }) => /[^,\s]/.test(field.value.text))) return []
    return [{ in: 'response', span: first.field.name.span }]
  },
}

export default rule
