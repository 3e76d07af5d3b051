/** `charset` has one value. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7617 §2.1',
  title: 'The only charset is UTF-8',
  why: 'In a Basic challenge `charset` may only be `UTF-8`, in whatever case. Clients pass over anything else, so `{charset}` changes nothing: say `UTF-8` if that is what you read, or leave it out.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", charset=«"ISO-8859-1"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", charset=«utf8»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", charset="UTF-8"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a", charset=utf-8\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other realm="a", charset="ISO-8859-1"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Basic').flatMap((challenge) => {
      const charset = param(challenge, 'charset')
      if (!charset || charset.value.toLowerCase() === 'utf-8') return []
      const { text, span } = charset.raw
      const fix = /^utf[ _]?8$/i.test(charset.value) ? { span, insert: '"UTF-8"' } : undefined
      // The value is missing: a rule of the grammar tells about that.
      return text === '' ? [] : [{ in: 'response', span, slots: { charset: charset.value || text }, fix }]
    }),
}

export default rule
