/** A lock that asks for the password again. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { saysLocked } from '../logins.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 6585 §4',
  title: 'Locked out, and asked for the password again',
  why: 'A 401 with a challenge means: try again. Browsers then show their dialog once more, and programs repeat the request, although nothing can help now. For a lock that ends use 429 with `Retry-After`, for one that doesn’t 403.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic QWxhZGRpbjpzZXNhbWU=\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Basic realm="a"\nContent-Type: text/plain\n\nToo many failed attempts.',
      'HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\nContent-Type: application/json\n\n{"code":"account_locked"}',
    ],
    good: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 300\nContent-Type: text/plain\n\nToo many failed attempts.',
      'HTTP/1.1 403 Forbidden\nContent-Type: text/plain\n\nYour account has been suspended.',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\nContent-Type: text/plain\n\nThe door is locked: please log in.',
    ],
  },
  check(view) {
    const line = view.response?.message.line
    if (line?.code !== 401 || !saysLocked(view) || challengesOf(view.response).length === 0) return []
    return [{ in: 'response', span: line.status.span }]
  },
}

export default rule
