/** Of several offers a client takes the strongest that it knows. */

import type { AuthElement } from '../../../protocol/auth/challenge.ts'
import { type Shown, shownIn } from '../../reading.ts'
import type { Found, Past, Rule } from '../../rule.ts'
import { earlierOf } from '../repeats.ts'
import { nameOf, strengthOf } from '../strengths.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §5.6',
  title: '{used}, although {better} was offered',
  why: 'The server offered {better}, and this client has used it before. It must take the strongest scheme that it knows: else whoever listens gets what the better one would have kept from him.',
  examples: {
    bad: [
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", uri="/a", algorithm=SHA-256, response="c"\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Basic» YTpi\n\n',
    ],
    good: [
      // It may know nothing else.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // It has used Digest, but with MD5.
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", uri="/a", response="c"\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // The better one was not offered here.
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", uri="/a", response="c"\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
    ],
  },
  check(view) {
    const shown = view.before.length > 1 ? shownIn(view.request) : []
    if (shown.length === 0) return []
    const asked = earlierOf(view).at(-1)
    return shown.flatMap((each): readonly Found[] => {
      const used = strengthOf(each.credentials)
      const offers = asked ? offersFor(each, asked) : []
      if (used === undefined) return []
      const better = offers.find((offer) => (strengthOf(offer) ?? 0) > used && isKnown(offer, view.before))
      if (!better) return []
      const slots = { used: nameOf(each.credentials), better: nameOf(better) }
      return [{ in: 'request', span: each.credentials.scheme.span, slots }]
    })
  },
}

/** What was asked for, where these credentials are the answer. */
function offersFor({ name }: Shown, { response }: Past): readonly AuthElement[] {
  const [code, field] = name === 'authorization' ? [401, 'www-authenticate'] : [407, 'proxy-authenticate']
  if (response?.message.line.code !== code) return []
  return response.fields.filter((each) => each.name === field).flatMap(({ challenges }) => challenges)
}

const isKnown = (offer: AuthElement, before: readonly Past[]): boolean =>
  before.some(({ request }) =>
    shownIn(request).some(({ credentials }) => strengthOf(credentials) === strengthOf(offer)),
  )

export default rule
