/** Tokens are not for caches. */

import { lineEndOf } from '../../../protocol/http/line.ts'
import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf, grants } from '../oauth-endpoints.ts'

const TOKEN =
  'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=client_credentials\n---\n'
const BODY = 'Content-Type: application/json\n\n{"access_token":"a","token_type":"Bearer","expires_in":600}'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §5.1',
  title: 'A response with tokens in it needs `no-store`',
  why: 'Whoever has the token has the access, so no cache may keep it: `Cache-Control: no-store` goes with every response that holds tokens. `no-cache` and `private` still let a browser write it to its disk.',
  examples: {
    bad: [
      `${TOKEN}HTTP/1.1 «200» OK\n${BODY}`,
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: «no-cache, private»\n${BODY}`,
      `HTTP/1.1 «200» OK\n${BODY}`,
    ],
    good: [
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: No-Store\n${BODY}`,
      `${TOKEN}HTTP/1.1 200 OK\nCache-Control: no-cache\nCache-Control: no-store\n${BODY}`,
      `${TOKEN}HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant"}`,
      `GET /registry-token?service=registry.example HTTP/1.1\nHost: as.example\n\n---\nHTTP/1.1 200 OK\n${BODY}`,
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    if (!response || !grants(view)) return []
    if (request ? callOf(view)?.endpoint !== 'token' : typeof jsonOf(response)?.token_type !== 'string') return []
    const lines = linesOf(response, 'cache-control')
    if (lines.some(({ field }) => /(?:^|[,\s])no-store(?:$|[,\s])/i.test(field.value.text))) return []
    const { source, line } = response.message
    const value = lines.at(-1)?.field.value
    if (value && value.text !== '') {
      const fix = { span: { start: value.span.end, end: value.span.end }, insert: ', no-store' }
      return [{ in: 'response', span: value.span, fix }]
    }
    if (circumstances.excerpt) return [{ needs: 'whole' }]
    const { end } = line.span
    const fix = { span: { start: end, end }, insert: `${lineEndOf(source)}Cache-Control: no-store` }
    return [{ in: 'response', span: line.status.span, fix: value ? undefined : fix }]
  },
}

export default rule
