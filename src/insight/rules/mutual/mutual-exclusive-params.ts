/** Each message of Mutual does one thing: asks, exchanges a key, or proves. */

import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { paramsIn } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8120 §4',
  title: '`{name}` is out of place in this message',
  why: 'A challenge of Mutual has one of `reason`, `ks1` and `vks`, credentials have one of `kc1` and `vkc`: it is by these that the other side knows which step this is. Send each step in a message of its own.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial, sid=e330, «ks1»=00f9, nc-max=400, nc-window=128, time=300\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, kc1=00f5, nc=1, «vkc»=b50b\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=initial, «kc1»=00f5\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", «reason»=initial, user="b", kc1=00f5\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", user="b", kc1=00f5\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, ks1=00f9, nc-max=400, nc-window=128, time=300\n\n',
      // Two challenges, each with its own.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=x, validation=host, realm="a", reason=initial\nWWW-Authenticate: Mutual version=1, algorithm=y, validation=host, realm="a", reason=initial\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Other reason=initial, ks1=00f9\n\n',
    ],
  },
  check: ({ request, response }) => [
    ...shownIn(request, 'Mutual').flatMap(({ credentials }) =>
      surplus('request', paramsIn(credentials), CLIENT, SERVER),
    ),
    ...challengesOf(response, 'Mutual').flatMap((challenge) =>
      surplus('response', paramsIn(challenge), SERVER, CLIENT),
    ),
  ],
}

const CLIENT = /^(?:kc\d+|vkc)$/i
const SERVER = /^(?:reason|ks\d+|vks)$/i

/** All but the first of one's own, and all of the other side's. */
function surplus(
  side: Found['in'],
  params: ReturnType<typeof paramsIn>,
  own: RegExp,
  others: RegExp,
): readonly Found[] {
  const names = params.map(({ name }) => name)
  const first = names.find(({ text }) => own.test(text))
  return names
    .filter((name) => others.test(name.text) || (own.test(name.text) && name !== first))
    .map(({ span, text }) => ({ in: side, span, slots: { name: text } }))
}

export default rule
