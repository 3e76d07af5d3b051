/** Several challenges in one line are right, and yet some clients split them wrongly. */

import { lineEndOf } from '../../../protocol/http/line.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §11.6.1',
  title: 'Several challenges in one line',
  why: 'Commas part challenges, and parameters too, so this is hard to read: curl mixes the parameters of several Digest challenges in one line. A line for each is understood by everybody.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", «Basic» realm="a", «Negotiate»\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Digest realm="a", «Basic» realm="a"\r\n\r\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nWWW-Authenticate: Basic realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a, Bearer realm=b"\n\n',
    ],
  },
  check({ response }) {
    if (!response) return []
    const lineEnd = lineEndOf(response.message.source)
    return response.fields.flatMap(({ challenges, field }) =>
      challenges.slice(1).map(({ scheme }, i): Found => {
        const before = challenges[i]?.span.end ?? scheme.span.start
        const fix = { span: { start: before, end: scheme.span.start }, insert: `${lineEnd}${field.name.text}: ` }
        return { in: 'response', span: scheme.span, fix }
      }),
    )
  },
}

export default rule
