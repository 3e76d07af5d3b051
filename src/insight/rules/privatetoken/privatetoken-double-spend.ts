/** A private token is spent once. */

import { hex } from '../../../protocol/text/octets.ts'
import type { Past, Rule } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { type Held, tokensIn } from '../private-tokens.ts'

/** RFC 9578 §B.2: two tokens. */
const ONE =
  'AAKYwTRf84pVS0KbQosPIGz-TziS-AQZlfLCSHPZDoRIjRHhXJGnwq0Cq9ZmRYAjc9sdgjvqgPCNRSVB-ytitYmLylcviYKpyiSKMFYYYyLZPKFHJmEh3etWMsB_H3HNJwgzUKIGxem3wImPl2Ec4LuNdNMQuxlKtn4JTjL_bakIhpJLG557VpQCwRAdiW0vw6c3Hvd_AjENsdyfgchTWCjC0OnZBRcg0YLNVOHCw79BfaL8eqcrtwzMg07ydKLoCcmCGz05XWU1Qj90KLPykXXW64QLS3aFM25X4rav6qvAwX6k9VfoqcwvYk4kXGzNfL3WwyyXxcaXToAvaI4tJfCrpCFfYJ9pIkRRfV00B-AXInOYLAAcFY9fy-G10kR8Jqh-ifWp5ytJiwxZznSYI9LPJT089s1OZPoOQ02V5Ih4kkepzu11b_T_M6jSQCwNs4EjbTMQkoOLYIpCACVSCSiX'
const OTHER =
  'AAKeeiK9xdcVaCQ0zrwH61-lP2Ivd2oXptkXV68Vkt8OcQBC7uRaxN1ay49uZcTY3UdQT3P3RjUH75ak1yJ9J3TzylcviYKpyiSKMFYYYyLZPKFHJmEh3etWMsB_H3HNJwgVsBC7wNX1XpyFbS6f-u-6AH0zwtVFL76wsVkZuXPg3JGAqusYJCBDdY2fsKyaxeBNqf907JNkSubNtwaOp2ziKVubleOD7TqYVun2GNr99M7F0rU-pCl8LzmQurynHjzNbAekN9quftJ7a4EXj7fOX6XdY3gcxkrB5BD0QcA0sKXMhzos6HXos4ySurVjY1xPj0-jXR9YLvGe332nWqEaUDqC4yoSvU2kHgyn7H9FHK9Yb1uRAAP8u7n_X_okCMKNaAdzfQPaZR6pv6_MJ0emgw4ZodFg_NXCXS952thqiz3o6SbgjKGt3O1yl397VjmO9Zwm5yXfCpdqCPKpNspC'
const get = (token: string) => `GET / HTTP/1.1\nHost: origin.example\nAuthorization: PrivateToken token=${token}\n\n`

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9577 §2.2.2',
  title: 'This token is spent',
  why: 'A token with this nonce was taken before. A token is good for one request: servers should remember the nonces and refuse it, and to a client that shows it twice they can link both visits.',
  examples: {
    bad: [
      `${get(`"${ONE}"`)}---\nHTTP/1.1 200 OK\n\n===\n${get(`«"${ONE}"»`)}`,
      `${get(ONE)}---\nHTTP/1.1 302 Found\nLocation: /a\n\n===\n${get(`«"${ONE}"»`)}---\nHTTP/1.1 200 OK\n\n`,
    ],
    good: [
      `${get(`"${OTHER}"`)}---\nHTTP/1.1 200 OK\n\n===\n${get(`"${ONE}"`)}`,
      // It was not taken, or nobody knows.
      `${get(`"${ONE}"`)}---\nHTTP/1.1 503 Service Unavailable\n\n===\n${get(`"${ONE}"`)}`,
      `${get(`"${ONE}"`)}===\n${get(`"${ONE}"`)}`,
    ],
  },
  check(view) {
    const shown = tokensIn(view)
    if (shown.length === 0) return []
    if (view.before.length === 0) return [{ needs: 'before' }]
    const spent = new Set(earlierHere(view).filter(wasTaken).flatMap(tokensIn).map(nonceOf))
    return shown
      .filter((each) => spent.has(nonceOf(each)))
      .map(({ param: { raw } }) => ({ in: 'request', span: raw.span }))
  },
}

const wasTaken = ({ response }: Past): boolean => response !== undefined && response.message.line.code < 400

/** RFC 9577 §2.2.1: behind the type. */
const nonceOf = ({ octets }: Held): string => hex(octets.subarray(2, 34))

export default rule
