/** There is one format for errors in JSON that every client can know. */

import { isObject, type JsonObject } from '../../../protocol/jose/jwt.ts'
import { firstValue } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf, mediaTypeOf } from '../bodies.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9457 §3',
  title: 'An error in a format of your own',
  why: 'A client must learn this format before it can read it. With `application/problem+json` the members `type`, `title`, `status` and `detail` mean the same everywhere, and others may stand beside them.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\nContent-Type: «application/json»\n\n{"message":"Please log in"}',
      'HTTP/1.1 403 Forbidden\nContent-Type: «application/json; charset=utf-8»\n\n{"title":"Forbidden","status":403}',
    ],
    good: [
      'HTTP/1.1 403 Forbidden\nContent-Type: application/problem+json\nContent-Language: en\n\n{"type":"https://example.com/probs/out-of-credit","title":"You do not have enough credit."}',
      // The format is laid down: RFC 6749 §5.2, JSON-RPC 2.0, Docker registries.
      'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"error":"invalid_grant","error_description":"expired"}',
      'HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n{"jsonrpc":"2.0","error":{"code":-32600},"id":null}',
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"errors":[{"code":"UNAUTHORIZED"}]}',
      'HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"message":"Hello"}',
    ],
  },
  check({ response }) {
    if (!response || !(response.message.line.code >= 400) || mediaTypeOf(response) !== 'application/json') return []
    const body = jsonOf(response)
    const type = firstValue(response, 'content-type')
    if (!body || !type || isLaidDown(body)) return []
    const named = typeof body.title === 'string' || typeof body.type === 'string'
    const fix =
      named && typeof body.status !== 'string' ? { span: type.span, insert: 'application/problem+json' } : undefined
    return [{ in: 'response', span: type.span, fix }]
  },
}

/** Formats that some other specification fixes, with `application/json`; of OAuth and of GNAP (RFC 9635 §3.6), too. */
function isLaidDown({ error, errors, jsonrpc, ...more }: JsonObject): boolean {
  if (jsonrpc !== undefined || Array.isArray(errors)) return true
  if (isObject(error)) return typeof error.code === 'string'
  return typeof error === 'string' && !['status', 'message', 'timestamp', 'path'].some((name) => name in more)
}

export default rule
