/** The errors of a Bearer challenge are words that programs compare. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

/** Registered for resource access: RFC 6750 §6.2, RFC 9470 §7, RFC 9449 §12.2. */
const KNOWN = [
  ...['invalid_request', 'invalid_token', 'insufficient_scope'],
  ...['insufficient_user_authentication', 'use_dpop_nonce', 'invalid_dpop_proof'],
]

/** What people write for them. */
const MEANT: Readonly<Record<string, string>> = {
  expired_token: 'invalid_token',
  token_expired: 'invalid_token',
  token_revoked: 'invalid_token',
  invalid_grant: 'invalid_token',
  insufficient_permissions: 'insufficient_scope',
  forbidden: 'insufficient_scope',
}

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 6750 §3.1',
  title: 'No client knows the error `{error}`',
  why: 'Clients act on registered errors: `invalid_request`, `invalid_token`, `insufficient_scope` and a few from extensions. What else there is to say goes into `error_description`.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", error=«"missing_token"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error=«token_expired»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="expired"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error=insufficient_user_authentication\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other error="missing_token"\n\n',
    ],
  },
  check({ response }) {
    return challengesOf(response, 'Bearer').flatMap((challenge) => {
      const error = param(challenge, 'error')
      if (!error || KNOWN.includes(error.value)) return []
      const { span } = error.raw
      const meant = MEANT[error.value]
      const fix = meant === undefined ? undefined : { span, insert: `"${meant}"` }
      return [{ in: 'response', span, slots: { error: error.value }, fix }]
    })
  },
}

export default rule
