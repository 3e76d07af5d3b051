/** There is one charset for Digest. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: '`charset` can only be UTF-8',
  why: 'The parameter tells clients in which octets names and passwords are hashed. `UTF-8` is the only value there is; leave `charset` out if the server means another.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", charset=«utf8»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", charset=«"ISO-8859-1"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", charset="utf-8", Digest realm="a", nonce="b", charset=UTF-8\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other charset=utf8\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest').flatMap((challenge) => {
      const charset = param(challenge, 'charset')
      if (!charset || /^utf-8$/i.test(charset.value)) return []
      const { span } = charset.raw.text === '' ? charset : charset.raw
      return [{ in: 'response', span, fix: /^utf_?8$/i.test(charset.value) ? { span, insert: 'UTF-8' } : undefined }]
    }),
}

export default rule
