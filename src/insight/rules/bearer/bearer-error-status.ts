/** Each error of a Bearer challenge has its status. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const STATUS: Readonly<Record<string, string>> = {
  invalid_request: '400',
  invalid_token: '401',
  insufficient_scope: '403',
  insufficient_user_authentication: '401',
}

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6750 §3.1',
  title: '`{error}` goes with {right}, not {status}',
  why: 'Status and error should say the same: `invalid_request` is 400, `invalid_token` 401, `insufficient_scope` 403. Many clients look at the status only, and would log in again for nothing.',
  examples: {
    bad: [
      'HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer error="insufficient_scope", scope="write"\n\n',
      'HTTP/1.1 «403» Forbidden\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
    ],
    good: [
      'HTTP/1.1 403 Forbidden\nWWW-Authenticate: Bearer error="insufficient_scope"\n\n',
      'HTTP/1.1 400 Bad Request\nWWW-Authenticate: Bearer error="invalid_request"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="mine"\n\n',
    ],
  },
  check({ response }) {
    const line = response?.message.line
    const errors = challengesOf(response, 'Bearer').flatMap((each) => param(each, 'error')?.value ?? [])
    const error = errors.find((each) => STATUS[each] !== undefined)
    if (!line || error === undefined || Number.isNaN(line.code)) return []
    if (errors.some((each) => STATUS[each] === line.status.text)) return []
    const slots = { error, right: STATUS[error] ?? '', status: line.status.text }
    return [{ in: 'response', span: line.status.span, slots }]
  },
}

export default rule
