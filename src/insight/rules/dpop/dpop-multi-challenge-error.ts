/** Of two challenges, the one that was answered says what was wrong. */

import { param, sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { showsCredentials } from '../key-fields.ts'
import { boundTo } from '../proofs.ts'
import { jwtsIn } from '../tokens.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9449 §7.2',
  title: 'An error in a challenge that nobody answered',
  why: 'With `Bearer` and `DPoP` on offer, the error belongs to the scheme that the request used, and to none where it used none. Otherwise a client looks for a fault in what it never sent.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", DPoP algs="ES256", «error="invalid_token"»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer INVALID_TOKEN\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\nWWW-Authenticate: DPoP algs="ES256", «error="invalid_token"»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer INVALID_TOKEN\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token", error_description="Invalid token", DPoP algs="ES256 PS256"\n\n',
      // Which of the two was meant is not clear.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer a\nAuthorization: DPoP a\n\n---\nHTTP/1.1 400 Bad Request\nWWW-Authenticate: Bearer error="invalid_request", DPoP algs="ES256 PS256", error="invalid_request"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer a\nDPoP: b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", DPoP algs="ES256", error="invalid_dpop_proof"\n\n',
      // A bound token belongs behind DPoP.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer eyJhbGciOiJFUzI1NiJ9.eyJjbmYiOnsiamt0IjoiYSJ9fQ.AA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a", DPoP algs="ES256", error="invalid_token"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP a\nDPoP: b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256", error="invalid_token"\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const dpop = challengesOf(response, 'DPoP')
    const bearer = dpop.length > 0 ? challengesOf(response, 'Bearer') : []
    if (!request || bearer.length === 0) return []
    const used = [...shownIn(request, 'Bearer'), ...shownIn(request, 'DPoP')].map(
      (each) => each.credentials.scheme.text,
    )
    const proven = linesOf(request, 'dpop').length > 0
    const [scheme, second] = used
    if (scheme === undefined) {
      // The error of the Bearer challenge is told about by a rule of its own.
      if (proven || showsCredentials(request, view)) return []
      return dpop.flatMap((each) => errorOf(each))
    }
    const clear = sameScheme(scheme, 'DPoP') || (!proven && jwtsIn(view).every(({ jwt }) => boundTo(jwt) === undefined))
    if (second !== undefined || !clear) return []
    return (sameScheme(scheme, 'DPoP') ? bearer : dpop).flatMap((each) => errorOf(each))
  },
}

function errorOf(challenge: Parameters<typeof param>[0]) {
  const error = param(challenge, 'error')
  return error ? [{ in: 'response', span: error.span } as const] : []
}

export default rule
