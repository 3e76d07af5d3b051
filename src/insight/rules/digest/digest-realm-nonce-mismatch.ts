/** Realm and nonce of an answer are those that the challenge had. */

import { param } from '../../../protocol/auth/challenge.ts'
import { type Shown, shownIn } from '../../reading.ts'
import type { Found, Lack, Past, Rule, View } from '../../rule.ts'
import { infoFor, infoNamed } from '../auth-params.ts'
import { answerIn, askedIn, refusedIn, sameServer, textOf } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: 'The `{name}` is not the one of the challenge',
  why: 'An answer repeats `realm` and `nonce` of the challenge letter by letter, or takes the nonce from `nextnonce`. Both are hashed; to an answer with others the server has no question.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="Files", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm=«"files"», nonce="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce=«"B"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", Digest realm="c", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="c", nonce="b"\n\n',
      // From nextnonce.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="d"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="c"\n\n',
      // Sent before the answer to the other was there.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n',
      'GET /other HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="c", nonce="d"\n\n',
      'GET / HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="d"\n\n',
    ],
  },
  check: (view) => shownIn(view.request, 'Digest').flatMap((shown) => judge(view, shown)),
}

function judge(view: View, shown: Shown): readonly (Found | Lack)[] {
  const [realm, nonce] = ['realm', 'nonce'].map((name) => param(shown.credentials, name))
  if (!realm || !nonce) return []
  const offers = view.before.flatMap((past) => askedIn(past, shown))
  const same = offers.filter((offer) => textOf(offer, 'nonce') === nonce.value)
  if (same.length > 0) {
    const agrees = same.some((offer) => (textOf(offer, 'realm') ?? '') === realm.value)
    return agrees ? [] : [{ in: 'request', span: realm.raw.span, slots: { name: 'realm' } }]
  }
  const known = (past: Past) =>
    infoNamed(infoFor(shown, past.response), 'nextnonce')?.value === nonce.value ||
    textOf(answerIn(past, shown), 'nonce') === nonce.value
  if (view.before.some(known)) return []
  // Whoever was just refused answers to that; who was not may know the nonce from long ago.
  const last = view.before.findLast((past) => sameServer(past, view, shown) && targetIn(past) === targetIn(view))
  const answers = last && refusedIn(last, shown) && askedIn(last, shown).length > 0
  return answers ? [{ in: 'request', span: nonce.raw.span, slots: { name: 'nonce' } }] : [{ needs: 'before' }]
}

const targetIn = ({ request }: Past): string | undefined => request?.message.line.target.text

export default rule
