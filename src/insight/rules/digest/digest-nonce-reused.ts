/** Each 401 asks with a nonce of its own. */

import { type AuthElement, param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { textOf } from '../digests.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7616 §3.3',
  title: 'This nonce was there before',
  why: 'A server should make a nonce of its own for each challenge. With one that stays the same, whoever has overheard an answer can try to use it once more, or try out passwords that were calculated beforehand.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", algorithm=SHA-256, nonce=«"b"», Digest realm="a", algorithm=MD5, nonce="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce=«"b"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", algorithm=SHA-256, nonce="b"\nWWW-Authenticate: Digest realm="a", algorithm=MD5, nonce="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="c"\n\n',
    ],
  },
  check({ request, response, before }) {
    const offers = challengesOf(response, 'Digest')
    if (offers.length === 0) return []
    const used = [
      ...before.flatMap((past) => challengesOf(past.response, 'Digest')),
      ...shownIn(request, 'Digest').map(({ credentials }) => credentials),
    ].flatMap((each: AuthElement) => textOf(each, 'nonce') ?? [])
    const old = new Set(used)
    return offers.flatMap((offer) => {
      const nonce = param(offer, 'nonce')
      // The alternatives of one response share it: once is enough.
      return nonce && old.delete(nonce.value) ? [{ in: 'response', span: nonce.raw.span }] : []
    })
  },
}

export default rule
