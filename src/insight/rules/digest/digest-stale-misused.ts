/** `stale` says that the nonce is the problem, and nothing else. */

import { type AuthElement, param } from '../../../protocol/auth/challenge.ts'
import { type Shown, shownIn } from '../../reading.ts'
import type { Example, Found, Lack, Rule, View } from '../../rule.ts'
import { prove } from '../digest-proofs.ts'
import { answerIn, appended, offersByField, refusedIn, textOf } from '../digests.ts'

/** RFC 2617 §3.5, after a request for which the server took the same nonce. */
const later = (nonce: string, challenge: string, first = ''): Example => ({
  text: `GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="Mufasa", realm="testrealm@host.com", nonce="${nonce}", uri="/"${first}\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /dir/index.html HTTP/1.1\nHost: a.example\nAuthorization: Digest username="Mufasa", realm="testrealm@host.com", nonce="${nonce}", uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="testrealm@host.com", qop="auth", ${challenge}\n\n`,
  circumstances: { passwords: [{ user: 'Mufasa', password: 'Circle Of Life' }] },
})
const NONCE = 'dcd98b7102dd2f0e8b11d0f600bfb0c093'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7616 §3.3',
  title: '`stale` doesn’t fit what happened',
  why: '`stale=true` tells a client to answer again with the new nonce, without asking anybody for a password. It belongs there if the nonce was the only problem; without any credentials there was none, and with a right answer to an old nonce it must not be left out, or people have to type their passwords again.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", stale=«true»\n\n',
      later(NONCE, 'nonce=«"e"»'),
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="old"\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", stale=true\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", stale=false\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", stale=true\n\n',
      later(NONCE, 'nonce="e", stale=TRUE'),
      // A replay.
      later(NONCE, 'nonce="e"', ', nc=00000001'),
      // A response that is wrong.
      later('b', 'nonce="e"'),
      // Refused, but not for the nonce.
      later(NONCE, `nonce="${NONCE}"`),
    ],
  },
  check: (view) =>
    offersByField(view.response).flatMap(({ answered, offers }): readonly (Found | Lack)[] => {
      const shown = shownIn(view.request, 'Digest').find(({ name }) => name === answered)
      if (shown) return missing(view, shown, offers)
      return view.request ? unasked(view, offers) : []
    }),
}

const isStale = (offer: AuthElement): boolean => textOf(offer, 'stale')?.toLowerCase() === 'true'

/** Nothing was shown, so nothing can be too old. */
const unasked = ({ circumstances: { excerpt } }: View, offers: readonly AuthElement[]) =>
  offers.filter(isStale).flatMap((offer): readonly (Found | Lack)[] => {
    const { raw: { span } = offer.scheme } = param(offer, 'stale') ?? {}
    return [excerpt ? { needs: 'whole' } : { in: 'response', span, fix: { span, insert: 'false' } }]
  })

/** The nonce was good once, the answer is right, and all the same there is another nonce now: the old one has expired. */
function missing(view: View, shown: Shown, offers: readonly AuthElement[]): readonly (Found | Lack)[] {
  const { credentials } = shown
  const [realm, nonce, user, nc, uri] = ['realm', 'nonce', 'username', 'nc', 'uri'].map((name) =>
    textOf(credentials, name),
  )
  const asked = offers.filter((offer) => textOf(offer, 'realm') === realm)
  const fresh = asked[0] && param(asked[0], 'nonce')
  if (!asked[0] || !fresh || fresh.value === nonce || asked.some(isStale)) return []
  if (!refusedIn(view, shown) || uri !== view.request?.message.line.target.text) return []
  const same = view.before.flatMap((past) => {
    const answer = answerIn(past, shown)
    return answer && textOf(answer, 'nonce') === nonce && textOf(answer, 'username') === user ? [{ past, answer }] : []
  })
  if (same.some(({ answer }) => nc !== undefined && textOf(answer, 'nc') === nc)) return []
  if (!same.some(({ past: { response } }) => response && response.message.line.code < 400)) return []
  const proof = prove(view, shown)
  if (!proof || 'needs' in proof) return proof ? [proof] : []
  return proof.right ? [{ in: 'response', span: fresh.raw.span, fix: appended(asked[0], 'stale=true') }] : []
}

export default rule
