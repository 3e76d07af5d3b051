/** Whoever may ask about tokens without a name can try them all. */

import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { showsCredentials } from '../key-fields.ts'
import { authenticates, callOf, paramOf } from '../oauth-endpoints.ts'

const ASK = 'POST /introspect HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n'
const ACTIVE = '---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"active":true,"sub":"aladdin"}'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7662 §2.1',
  title: 'Anybody may ask this server about tokens',
  why: 'The request shows nothing that says who asks, and yet it is answered. The introspection endpoint must require authentication, by client or by access token, and answer 401 otherwise; else an attacker tries tokens there until one is alive.',
  examples: {
    bad: [
      `${ASK}\ntoken=2YotnFZFEjr1zCsicMWpAA\n${ACTIVE.replace('200', '«200»')}`,
      `${ASK}\ntoken=2YotnFZFEjr1zCsicMWpAA\n---\nHTTP/1.1 «200» OK\nContent-Type: application/json\n\n{"active":false}`,
    ],
    good: [
      `${ASK}Authorization: Bearer 23410913-abewfq.123483\n\ntoken=2YotnFZFEjr1zCsicMWpAA\n${ACTIVE}`,
      `${ASK}\ntoken=a&client_id=b&client_secret=c\n${ACTIVE}`,
      `${ASK}\ntoken=a\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="as"\n\n`,
      `${ASK}X-API-Key: k\n\ntoken=a\n${ACTIVE}`,
      {
        text: `${ASK}\ntoken=a\n${ACTIVE}`,
        circumstances: { certificate: 'bwcK0esc3ACC3DB2Y5_lESsXE8o9ltc05O89jdN-dg2' },
      },
    ],
  },
  check(view) {
    const call = callOf(view)
    if (call?.endpoint !== 'introspection' || call.response?.message.line.code !== 200) return []
    if (typeof jsonOf(call.response)?.active !== 'boolean') return []
    const { certificate, excerpt } = view.circumstances
    if (authenticates(call) || showsCredentials(call.request, view) || certificate !== undefined) return []
    if (excerpt) return [{ needs: 'whole' }]
    // A client that only names itself may have shown a certificate (RFC 8705 §2).
    if (paramOf(call, 'client_id')) return [{ needs: 'certificate' }]
    return [{ in: 'response', span: call.response.message.line.status.span }]
  },
}

export default rule
