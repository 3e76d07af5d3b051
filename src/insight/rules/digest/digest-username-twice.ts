/** There is one user name: plain, extended, or as a hash. */

import { param } from '../../../protocol/auth/challenge.ts'
import { readExtValue } from '../../../protocol/schemes/digest/ext-value.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { textOf, without } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: '`username*` beside `{other}`',
  why: 'A name stands in `username`, or in `username*` if it has more than ASCII in it; with `userhash=true` its hash stands in `username`. Servers must treat two of these at once as an error.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", «username*=UTF-8\'\'a», realm="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest «username*=UTF-8\'\'J%C3%A4s%C3%B8n», realm="b", userhash=true\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8\'\'a, realm="b", userhash=false\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", userhash=true\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const extended = param(credentials, 'username*')
      if (!extended) return []
      const plain = textOf(credentials, 'username')
      const hashed = textOf(credentials, 'userhash')?.toLowerCase() === 'true'
      if (plain === undefined && !hashed) return []
      const slots = { other: plain === undefined ? 'userhash=true' : 'username' }
      // Where both say the same, nothing is lost.
      const fix = plain === readExtValue(extended.value) ? without(credentials, extended) : undefined
      return [{ in: 'request', span: extended.span, slots, fix }]
    }),
}

export default rule
