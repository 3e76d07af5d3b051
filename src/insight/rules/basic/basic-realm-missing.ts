/** A Basic challenge names the space that the password is for. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7617 §2',
  title: 'Basic needs a realm',
  why: 'The realm tells which password is wanted: browsers store it by that name, and some show it. In a Basic challenge it is required.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Basic»\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «basic» charset="UTF-8"\n\n',
    ],
    good: ['HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic charset="UTF-8", realm=""\n\n'],
  },
  check: ({ response }) =>
    challengesOf(response, 'Basic')
      .filter((challenge) => param(challenge, 'realm') === undefined)
      .map(({ scheme: { span }, payload }) => {
        const insert = payload.kind === 'params' ? ' realm="Members",' : ' realm="Members"'
        const fix = payload.kind === 'token68' ? undefined : { span: { start: span.end, end: span.end }, insert }
        return { in: 'response', span, fix }
      }),
}

export default rule
