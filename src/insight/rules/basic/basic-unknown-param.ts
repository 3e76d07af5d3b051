/** Basic knows two parameters. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 7617 §2',
  title: 'Basic has no parameter `{name}`',
  why: 'A Basic challenge has `realm` and `charset`; clients pass over everything else. What people ought to know goes into the body, and `error` belongs to Bearer.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", «error»="invalid_token"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: basic «title»="Log in", Realm="a"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic REALM="a", Charset="UTF-8"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", Bearer error="invalid_token"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Basic').flatMap(({ payload }) =>
      (payload.kind === 'params' ? payload.params : [])
        .filter(({ name }) => name.text !== '' && !['realm', 'charset'].includes(name.text.toLowerCase()))
        .map(({ name }) => ({ in: 'response', span: name.span, slots: { name: name.text } }) as const),
    ),
}

export default rule
