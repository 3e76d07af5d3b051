/** A server that sends `nextnonce` wants to see it next. */

import { param } from '../../../protocol/auth/challenge.ts'
import { type Shown, shownIn } from '../../reading.ts'
import type { Found, Past, Rule, View } from '../../rule.ts'
import { infoFor, infoNamed } from '../auth-params.ts'
import { answerIn, sameServer, textOf } from '../digests.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7616 §3.5',
  title: 'The server gave another nonce for this request',
  why: 'With `nextnonce` came `{next}`: the next request should use it, with `nc=00000001`. The old nonce may have expired, and costs another 401 with `stale=true`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce=«"b"», nc=00000002\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="c", nc=«00000002»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="c", nc=00000001\n\n',
      // Sent before that response was there.
      'at 2026-03-01T10:00:00Z took 900 ms\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nat 2026-03-01T10:00:00Z\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000002\n\n',
      // Somebody else.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="z", realm="a", nonce="b", nc=00000002\n\n',
      // A server that says each time which nonce it is.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000002\n\n',
      // Another challenge came in between.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", nc=00000001\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="d", nc=00000001\n\n',
    ],
  },
  check: (view) => shownIn(view.request, 'Digest').flatMap((shown) => judge(view, shown)),
}

function judge(view: View, shown: Shown): readonly Found[] {
  const [nonce, nc] = ['nonce', 'nc'].map((name) => param(shown.credentials, name))
  const mine = (past: Past) =>
    ['username', 'realm'].every((name) => textOf(answerIn(past, shown), name) === textOf(shown.credentials, name))
  const last = view.before.findLast((past) => answerIn(past, shown) && sameServer(past, view, shown) && mine(past))
  const next = last && infoNamed(infoFor(shown, last.response), 'nextnonce')?.value
  if (!last || !nonce || next === undefined) return []
  const old = textOf(answerIn(last, shown), 'nonce')
  const late = view.at === undefined || last.at === undefined || view.at >= last.at + (last.took ?? 0)
  const slots = { next }
  if (nonce.value === old) return next !== old && late ? [{ in: 'request', span: nonce.raw.span, slots }] : []
  const used = view.before.some((past) => textOf(answerIn(past, shown), 'nonce') === next)
  const first = nonce.value === next && !used
  return first && nc && Number.parseInt(nc.value, 16) > 1 ? [{ in: 'request', span: nc.raw.span, slots }] : []
}

export default rule
