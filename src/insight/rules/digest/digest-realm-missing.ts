/** The realm of a Digest challenge goes into what is hashed. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: 'Digest needs a realm',
  why: 'The realm tells which password is wanted, and it is hashed together with that password. Without one no client can calculate an answer.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Digest» nonce="b", qop="auth"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «digest»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="", nonce="b", qop="auth"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a"\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest')
      .filter((challenge) => param(challenge, 'realm') === undefined)
      .map(({ scheme: { span }, payload }) => {
        const insert = payload.kind === 'params' ? ' realm="Members",' : ' realm="Members"'
        const fix = payload.kind === 'token68' ? undefined : { span: { start: span.end, end: span.end }, insert }
        return { in: 'response', span, fix }
      }),
}

export default rule
