/** A token that is bound to a key is worth nothing without the proof of it. */

import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'
import { boundTo } from '../proofs.ts'
import { jwtsIn } from '../tokens.ts'

// {"sub":"a","cnf":{"jkt":"0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I"}}
const BOUND =
  'eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIiwiY25mIjp7ImprdCI6IjBaY09DT1JaTll5LURXcHFxMzBqWnlKR0hUTjBkMkhnbEJWM3VpZ3VBNEkifX0.AA'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9449 §7.2',
  title: 'A bound token, sent as if it were not',
  why: 'This token is bound to a key (`cnf`), and this server knows DPoP: it must refuse the token behind `Bearer`, or whoever steals one could use it. Send it behind `DPoP`, with a proof.',
  examples: {
    bad: [
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: «Bearer» ${BOUND}\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="invalid_token", algs="ES256"\n\n`,
      `GET /a HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\n\n===\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: «Bearer» ${BOUND}\n\n---\nHTTP/1.1 200 OK\n\n`,
    ],
    good: [
      // Who knows nothing of DPoP takes it as a bearer token, and clients may send it as one.
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${BOUND}\n\n---\nHTTP/1.1 200 OK\n\n`,
      `GET / HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${BOUND}\n\n---\nHTTP/1.1 200 OK\n\n`,
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP ${BOUND}\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\n\n`,
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.e30.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\n\n',
    ],
  },
  check(view) {
    const { request, response, before, circumstances } = view
    const shown = shownIn(request, 'Bearer')
    if (shown.length === 0) return []
    const bound = jwtsIn(view).filter(({ jwt }) => boundTo(jwt) !== undefined)
    const lines = shown.filter(({ field }) =>
      bound.some(({ token }) => field.span.end >= token.span.end && field.span.start <= token.span.start),
    )
    if (lines.length === 0) return []
    const host = urlOf(request, circumstances)?.host
    const same = before.filter((each) => host !== undefined && urlOf(each.request, circumstances)?.host === host)
    if (![view, ...same].some(knowsDpop)) return response ? [] : [{ needs: 'response' }]
    return lines.map(({ credentials }) => ({ in: 'request', span: credentials.scheme.span }))
  },
}

/** Whether an answer comes from a resource server that takes DPoP. */
const knowsDpop = ({ response }: Past): boolean =>
  challengesOf(response, 'DPoP').length > 0 || linesOf(response, 'dpop-nonce').length > 0

export default rule
