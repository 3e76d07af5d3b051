/** Who is told to wait wants to know how long. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6585 §4',
  title: 'Too many requests, and no word about it',
  why: 'A 429 should explain what was too much, and with `Retry-After` it can say when to come back. Without either, clients try again at once, or never.',
  examples: {
    bad: ['HTTP/1.1 «429» Too Many Requests\nContent-Length: 0\n\n'],
    good: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 3600\n\n',
      'HTTP/1.1 429 Too Many Requests\nContent-Type: text/plain\n\nOnly 50 requests per hour, please.',
      'HTTP/1.1 429 Too Many Requests\nRateLimit: "default";r=0;t=60\n\n',
      'HEAD / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 429 Too Many Requests\nContent-Length: 45\n\n',
      { text: 'HTTP/1.1 429 Too Many Requests\n\n', circumstances: { excerpt: true } },
      { text: 'HTTP/1.1 429 Too Many Requests\nContent-Length: 45\n\n', circumstances: { unseen: ['response'] } },
    ],
  },
  check({ request, response, circumstances: { excerpt, unseen } }) {
    const { line, body } = response?.message ?? {}
    if (!response || line?.code !== 429 || body?.text.trim() !== '') return []
    if (request?.message.line.method.text === 'HEAD' || linesOf(response, 'retry-after').length > 0) return []
    if (response.fields.some(({ name }) => /^(?:x-)?rate-?limit/.test(name))) return []
    if (excerpt || unseen?.includes('response')) return [{ needs: 'whole' }]
    return [{ in: 'response', span: line.status.span }]
  },
}

export default rule
