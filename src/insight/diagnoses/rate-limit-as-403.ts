/** Too many requests, told as if a right were missing. */

import type { Diagnosis } from '../diagnosis.ts'
import type { Found, View } from '../rule.ts'
import { codeOf, symptomOf } from './readers/outcomes.ts'
import { sayingIn } from './readers/sayings.ts'

const GET = 'GET /users HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 '

const diagnosis: Diagnosis = {
  title: 'A 403 because of too many requests, not of missing rights',
  what: 'The token may do this, but its quota is used up. Some services, GitHub among them, say `403` to that, where `429` is meant.',
  client:
    'Wait as long as `Retry-After` says, or until `X-RateLimit-Reset`, and ask less often: with `If-None-Match`, or with a token instead of without one.',
  server: 'Answer `429` with `Retry-After`: clients know how to wait for that (RFC 6585 §4).',
  scenario: '43-lockout',
  examples: {
    bad: [
      `${GET}403 Forbidden\nX-RateLimit-Limit: 60\nX-RateLimit-Remaining: «0»\n\n`,
      `${GET}403 Forbidden\n\n{"message":"You have exceeded a secondary «rate limit»."}`,
      `${GET}403 Forbidden\nRetry-After: «60»\n\n`,
    ],
    good: [
      `${GET}403 Forbidden\nX-RateLimit-Remaining: 59\n\n{"message":"Resource not accessible by integration"}`,
      `${GET}429 Too Many Requests\nRetry-After: 60\n\n`,
    ],
  },
  recognise(view) {
    if (codeOf(view) !== 403) return undefined
    const said = sayingIn(view.response, LIMIT)
    const spent = [...fieldsOf(view, /^(?:x-)?rate-?limit-remaining$/, /^0$/), ...(said ? [said] : [])]
    if (spent.length > 0) return symptomOf(3, spent)
    return symptomOf(2, fieldsOf(view, /^retry-after$/, /./))
  },
}

const fieldsOf = ({ response }: View, name: RegExp, value: RegExp): readonly Found[] =>
  (response?.fields ?? [])
    .filter((each) => name.test(each.name) && value.test(each.field.value.text))
    .map(({ field }) => ({ in: 'response', span: field.value.span }))

const LIMIT = /\b(?:rate[ -]?limit(?:ed)?|quota exceeded|too many requests|throttled|rateLimitExceeded)\b/i

export default diagnosis
