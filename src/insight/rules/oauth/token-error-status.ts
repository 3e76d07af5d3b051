/** All errors of the token endpoint but one have the same status. */

import type { Rule } from '../../rule.ts'
import { jsonOf } from '../bodies.ts'
import { callOf, errorOf, restated } from '../oauth-endpoints.ts'

/** RFC 6749 §5.2, RFC 8628 §3.5, RFC 8707 §2, RFC 9449 §5 and §8, RFC 7009 §2.2.1, RFC 9396 §5. */
const KNOWN = [
  ...['invalid_request', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type', 'invalid_scope'],
  ...['authorization_pending', 'slow_down', 'access_denied', 'expired_token', 'invalid_target'],
  ...['invalid_dpop_proof', 'use_dpop_nonce', 'unsupported_token_type', 'invalid_authorization_details'],
]

/** Another method, too large, another media type, too often: these are no faults of the parameters. */
const OTHER = [405, 413, 415, 429]

const TOKEN =
  'POST /token HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=refresh_token&refresh_token=a&client_id=b\n---\nHTTP/1.1 '
const JSON_BODY = 'Content-Type: application/json\n\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6749 §5.2',
  title: 'This error is a 400 with `error` in JSON, not a {status}',
  why: 'The token endpoint answers 400 and names the fault in the member `error`; only `invalid_client` may be a 401. Clients that see 200 look for a token, and with 401 or 403 libraries stop before they read the body.',
  examples: {
    bad: [
      `${TOKEN}«200» OK\n${JSON_BODY}{"error":"invalid_grant"}`,
      `${TOKEN}«403» Forbidden\n${JSON_BODY}{"error":"invalid_grant","error_description":"Unknown or invalid refresh token."}`,
      `${TOKEN}«400» Bad Request\n${JSON_BODY}{"message":"refresh token expired"}`,
    ],
    good: [
      `${TOKEN}400 Bad Request\n${JSON_BODY}{"error":"invalid_grant"}`,
      `${TOKEN}401 Unauthorized\nWWW-Authenticate: Basic realm="as"\n${JSON_BODY}{"error":"invalid_client"}`,
      `${TOKEN}503 Service Unavailable\n${JSON_BODY}{"error":"temporarily_unavailable"}`,
      `${TOKEN}429 Too Many Requests\n${JSON_BODY}{"error":"slow_down"}`,
      `${TOKEN}400 Bad Request\nContent-Type: text/html\n\n<h1>Bad Request</h1>`,
      'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"user":"a"}\n---\nHTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"error":"invalid_grant"}',
    ],
  },
  check(view) {
    const call = callOf(view)
    if (!call?.response || !['token', 'device', 'par', 'revocation'].includes(call.endpoint)) return []
    const { response } = call
    const { code, status } = response.message.line
    const error = errorOf(view)
    const found = { in: 'response', span: status.span, slots: { status: status.text } } as const
    if (code === 400) {
      if (!jsonOf(response) || error !== undefined) return []
      return [view.circumstances.excerpt ? { needs: 'whole' } : found]
    }
    if (error === undefined || !KNOWN.includes(error) || OTHER.includes(code) || code >= 500) return []
    return [{ ...found, fix: restated(response, 400) }]
  },
}

export default rule
