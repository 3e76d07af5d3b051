/** Servers ask in one field, proxies in another. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.7.1',
  title: 'A {status} asks in {right}',
  why: 'The server’s 401 goes with `WWW-Authenticate`, the proxy’s 407 with `Proxy-Authenticate`. In the other field of the pair no client looks for the challenge.',
  examples: {
    bad: [
      'HTTP/1.1 407 Proxy Authentication Required\n«WWW-Authenticate»: Basic realm="p"\n\n',
      'HTTP/1.1 401 Unauthorized\n«proxy-authenticate»: Basic realm="a"\nProxy-Authenticate: Digest realm="a", nonce="b"\n\n',
    ],
    good: [
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\nProxy-Authenticate: Basic realm="p"\n\n',
      'HTTP/1.1 200 OK\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
  },
  check({ response, circumstances: { excerpt } }) {
    const code = response?.message.line.code
    if (code !== 401 && code !== 407) return []
    const [right, wrong] = code === 401 ? FIELDS : [...FIELDS].reverse()
    const lines = linesOf(response, wrong?.toLowerCase() ?? '')
    const [first] = lines
    if (!first || !right || linesOf(response, right.toLowerCase()).length > 0) return []
    if (excerpt) return [{ needs: 'whole' }]
    const { span } = first.field.name
    const fix = lines.length === 1 ? { span, insert: right } : undefined
    return [{ in: 'response', span, slots: { status: String(code), right }, fix }]
  },
}

const FIELDS = ['WWW-Authenticate', 'Proxy-Authenticate']

export default rule
