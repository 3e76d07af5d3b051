/** Programs look at the status; what only the body says, they don’t hear. */

import type { Rule } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §15.5.2',
  title: 'A failure with status 200',
  why: 'The body says that the request was refused, the status that it went well: clients go on, caches keep it, and nobody asks for credentials. Send 401 with a challenge, or 403, and the details in the body.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"error":«"unauthorized"»}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"ok": false, "error": «"Invalid API key"»}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"status": «401», "message": "Please log in"}',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"error":"unauthorized"}',
      // JSON-RPC and GraphQL have errors of their own.
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"jsonrpc":"2.0","id":1,"error":{"code":401,"message":"unauthorized"}}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"data":null,"errors":[{"message":"unauthorized"}]}',
      // RFC 7662: that a token is not active is what was asked.
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"active":false}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"error":"unknown_station","status":"open"}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"entries":[{"status":401,"message":"refused"}]}',
    ],
  },
  check({ response }) {
    if (response?.message.line.code !== 200) return []
    const json = jsonOf(response)
    if (!json || 'jsonrpc' in json || 'data' in json) return []
    const name = ['error', 'status', 'statusCode', 'code'].find((each) => fails(json[each], json.error ?? json.message))
    const place = name === undefined ? undefined : memberOf(response, name)
    return place ? [{ in: 'response', span: place.span }] : []
  },
}

/** A word for a failed authentication; a number only where something is said with it. */
const fails = (value: unknown, said: unknown): boolean =>
  typeof value === 'string'
    ? value.length < 60 && WORDS.test(value)
    : (value === 401 || value === 403) && typeof said === 'string'

const WORDS =
  /^(?:unauthori[sz]ed|unauthenticated|forbidden|(?:access|permission)[_ ]denied|not[_ ](?:authenticated|authori[sz]ed|logged[_ ]in)|auth(?:entication|orization)?[_ ](?:required|failed|error)|login[_ ]required|(?:invalid|expired|missing|bad)[_ ](?:(?:access|api|auth)[_ ]?)?(?:token|key|auth|credentials|password|session|client|verification[_ ]code)|token[_ ](?:expired|invalid|revoked)|session[_ ]expired)\b/i

export default rule
