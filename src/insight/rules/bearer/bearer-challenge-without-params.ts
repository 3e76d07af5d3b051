/** `Bearer` alone says nothing about where to get a token, and RFC 6750 wants at least one parameter. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §3',
  title: 'A Bearer challenge needs a parameter',
  why: 'The scheme must be followed by one or more parameters; `realm` or `scope` would tell the client what to ask for.',
  examples: {
    bad: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Bearer»\n\n'],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="API"\n\n'],
  },
  check({ response }) {
    return challengesOf(response, 'Bearer')
      .filter(({ payload }) => payload.kind === 'bare')
      .map(({ scheme }) => ({
        in: 'response',
        span: scheme.span,
        fix: { span: scheme.span, insert: 'Bearer realm="API"' },
      }))
  },
}

export default rule
