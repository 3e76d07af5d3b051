/** A login is as strong as the weakest offer. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { nameOf, strengthOf } from '../strengths.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §5.6',
  title: 'Basic next to {better}',
  why: 'Who stands between the two can take {better} out of the answer, and the client sends the password as it is. All together are only as strong as Basic: leave it out, unless there are clients that know nothing else.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: «Basic» realm="a"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «basic» realm="a"\nProxy-Authenticate: SCRAM-SHA-256 realm="a"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      // Something else is wanted there: a token, a ticket.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\nWWW-Authenticate: Basic realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\nWWW-Authenticate: Basic realm="a"\n\n',
      // Two who ask, one thing each.
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n',
    ],
  },
  check({ response }) {
    if (challengesOf(response, 'Basic').length === 0) return []
    return ['www-authenticate', 'proxy-authenticate'].flatMap((name) => {
      const offers = response?.fields.filter((each) => each.name === name).flatMap(({ challenges }) => challenges) ?? []
      const better = offers.find((each) => (strengthOf(each) ?? 0) > 0)
      if (!better) return []
      return offers
        .filter((each) => strengthOf(each) === 0)
        .map(({ scheme }) => ({ in: 'response', span: scheme.span, slots: { better: nameOf(better) } }) as const)
    })
  },
}

export default rule
