/** A problem’s `status` is the status of its response. */

import type { Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf, memberOf } from '../bodies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9457 §3.1.2',
  title: 'The body says {body}, the response {status}',
  why: '`status` repeats the status of the response, for whoever sees the body alone. Programs go by the status line, people by the body: with {status} there and {body} here they draw different conclusions.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"title": "Forbidden", "status": «403»}',
      'HTTP/1.1 200 OK\nContent-Type: application/problem+json\n\n{"status":«401»,"title":"Unauthorized"}',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/problem+json\n\n{"title": "Unauthorized", "status": 401}',
      'HTTP/1.1 403 Forbidden\nContent-Type: application/problem+json\n\n{"title": "Forbidden"}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"status": 401}',
    ],
  },
  check({ response }) {
    if (!response || mediaTypeOf(response) !== 'application/problem+json') return []
    const { code, status } = response.message.line
    const body = jsonOf(response)?.status
    if (typeof body !== 'number' || Number.isNaN(code) || body === code) return []
    const member = memberOf(response, 'status')
    if (!member || Number(member.text) !== body) return []
    const slots = { body: String(body), status: status.text }
    return [{ in: 'response', span: member.span, slots, fix: { span: member.span, insert: status.text } }]
  },
}

export default rule
