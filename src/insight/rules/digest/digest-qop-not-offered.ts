/** An answer names one quality of protection, out of those on offer. */

import { param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { comparing, textOf, wordsOf } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: '`qop={qop}` was not on offer',
  why: 'The challenge lists what the server can do, and the answer takes one word from that list, without quotes. The word is hashed, so a server that doesn’t know it can’t check the answer.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", qop=«"auth,auth-int"»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", qop=«auth-int»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", qop=«auth»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth-int, auth"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", qop=auth\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", qop=auth-int\n\n',
    ],
  },
  check(view) {
    if (shownIn(view.request, 'Digest').every(({ credentials }) => !param(credentials, 'qop'))) return []
    return [...listsIn(view.request), ...notOffered(view)]
  },
}

/** What is a list can't be on offer, whatever the challenge says. */
const listsIn = (request: Parameters<typeof shownIn>[0]): readonly Found[] =>
  shownIn(request, 'Digest').flatMap(({ credentials }) => {
    const qop = param(credentials, 'qop')
    return qop && wordsOf(qop.value).length > 1
      ? [{ in: 'request', span: qop.raw.span, slots: { qop: qop.raw.text } }]
      : []
  })

const notOffered = comparing((credentials, offers) => {
  const qop = param(credentials, 'qop')
  const words = wordsOf(qop?.value ?? '')
  const offered = offers.flatMap((offer) => wordsOf(textOf(offer, 'qop') ?? ''))
  if (!qop || words.length > 1 || offered.includes(words[0] ?? '')) return []
  return [{ in: 'request', span: qop.raw.span, slots: { qop: qop.raw.text || '""' } }]
})

export default rule
