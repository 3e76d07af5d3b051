/** `userhash` is a flag. */

import { type AuthElement, type AuthParam, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: '`userhash` is either true or false',
  why: 'The flag says whether `username` holds a name or its hash. With any other value than `true` or `false` one side takes it for a name and the other for a hash.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", userhash=«yes»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", userhash=«"0"»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", userhash=«MD5»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", userhash=false\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", userhash="TRUE"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other userhash=yes\n\n',
    ],
  },
  check: ({ request, response }) => [
    ...shownIn(request, 'Digest').flatMap(({ credentials }) => wrongIn(credentials, 'request')),
    ...challengesOf(response, 'Digest').flatMap((challenge) => wrongIn(challenge, 'response')),
  ],
}

function wrongIn(element: AuthElement, side: Found['in']): readonly Found[] {
  const userhash = param(element, 'userhash')
  if (!userhash || /^(?:true|false)$/i.test(userhash.value)) return []
  const { span } = userhash.raw.text === '' ? userhash : userhash.raw
  const meant = meantBy(userhash)
  return [{ in: side, span, fix: meant === undefined ? undefined : { span, insert: meant } }]
}

function meantBy({ value }: AuthParam): string | undefined {
  if (/^(?:1|yes|on)$/i.test(value)) return 'true'
  return /^(?:0|no|off)$/i.test(value) ? 'false' : undefined
}

export default rule
