/** Of a token that is not active, there is nothing more to say. */

import type { Rule } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'
import { callOf } from '../oauth-endpoints.ts'

const ASK =
  'POST /introspect HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\nAuthorization: Bearer a\n\ntoken=b\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7662 §2.2',
  title: 'Too much is said about a token that is not active',
  why: 'The answer to an expired, revoked or unknown token is `{"active":false}` and nothing else. Why it is not active, or whose it was, only helps those who try out tokens.',
  examples: {
    bad: [
      `${ASK}{"active":false,"error":«"token_expired"»}`,
      `${ASK}{"sub":«"aladdin"», "exp":1419356238, "active":false}`,
    ],
    good: [
      `${ASK}{"active":false}`,
      `${ASK}{"active":true,"sub":"aladdin"}`,
      'GET /subscription HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"active":false,"plan":"none"}',
    ],
  },
  check(view) {
    const { response } = view
    const json = callOf(view)?.endpoint === 'introspection' ? jsonOf(response) : undefined
    if (!response || json?.active !== false) return []
    const extra = Object.keys(json).find((name) => name !== 'active')
    const value = extra === undefined ? undefined : memberOf(response, extra)
    if (!value) return []
    const fix = { span: response.message.body.span, insert: '{"active":false}' }
    return [{ in: 'response', span: value.span, fix }]
  },
}

export default rule
