/** Without `Date`, whoever looks into an expired token or nonce doesn't know what time it was for the server. */

import { printDate } from '../../../protocol/http/date.ts'
import { lineEndOf } from '../../../protocol/http/line.ts'
import type { HttpResponse } from '../../../protocol/http/message.ts'
import { linesOf } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §6.6.1',
  title: 'A {status} needs a Date',
  why: 'An origin server dates its 2xx, 3xx and 4xx answers, unless it has no clock; then it must leave `Date` out. Caches, and whoever wonders why a token has expired, compare with it.',
  examples: {
    bad: ['HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n', 'HTTP/1.1 «204» No Content\n\n'],
    good: [
      'HTTP/1.1 401 Unauthorized\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nWWW-Authenticate: Basic realm="a"\n\n',
      'HTTP/1.1 500 Internal Server Error\n\n',
      'HTTP/1.1 100 Continue\n\n',
    ],
    circumstances: { now: Date.UTC(2024, 6, 2, 12, 18, 47) },
  },
  check({ response, circumstances: { now, excerpt } }) {
    const line = response?.message.line
    if (!response || !line || !(line.code >= 200 && line.code < 500) || linesOf(response, 'date').length > 0) return []
    if (excerpt) return [{ needs: 'whole' }]
    const fix = now === undefined ? undefined : dated(response.message, now)
    return [{ in: 'response', span: line.status.span, slots: { status: line.status.text }, fix }]
  },
}

function dated({ source, line }: HttpResponse, now: number): Fix {
  const { end } = line.span
  return { span: { start: end, end }, insert: `${lineEndOf(source)}Date: ${printDate(now)}` }
}

export default rule
