/** A Digest answer repeats all that it was calculated from. */

import { param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: 'The Digest answer lacks {missing}',
  why: 'The server calculates the response once more, and needs every value that went into it. Without {missing} it answers with a 4xx status.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="b", nonce="c", uri="/", response="d"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", uri="/", response="d", qop=auth, nc=00000001, cnonce="e"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8\'\'a, realm="b", nonce="c", uri="/", response="d", qop=auth, nc=00000001, cnonce="e"\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const missing = NEEDED.filter((name) => !param(credentials, name) && !param(credentials, `${name}*`))
      if (missing.length === 0) return []
      return [{ in: 'request', span: credentials.scheme.span, slots: { missing: missing.join(', ') } }]
    }),
}

/** `username*` stands in for `username` where that has more than ASCII in it. */
const NEEDED = ['username', 'realm', 'nonce', 'uri', 'response', 'qop', 'nc', 'cnonce']

export default rule
