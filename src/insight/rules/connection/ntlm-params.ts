/** NTLM has no parameters. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { behindName } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'MS-NTHT §7daaf621-94d9-4942-a70a-532e81ba293e',
  title: 'NTLM has no parameters, not even a realm',
  why: 'Behind the name stands nothing at first, and then one message in Base64. Clients that find anything else, such as `realm`, may ignore the challenge; which password is wanted, the domain in the messages says.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM «realm="a"»\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: NTLM «realm="a", charset="UTF-8"», Basic realm="a"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM, Basic realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'NTLM')
      .filter(({ payload }) => payload.kind === 'params')
      .map((challenge) => {
        const span = behindName(challenge)
        return { in: 'response', span, fix: { span: { start: challenge.scheme.span.end, end: span.end }, insert: '' } }
      }),
}

export default rule
