/** Who knocks at a concealed resource, and fails, must not find out that there is one. */

import { sameScheme } from '../../../protocol/auth/challenge.ts'
import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9729 §6.4',
  title: 'This answer gives the concealed resource away',
  why: 'A server must treat a failed Concealed authentication as if the field were not there, and answer as it does for a path that doesn’t exist, mostly with 404. A 401, or a challenge that names Concealed, tells everybody who knocks that there is something to be let in to.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Concealed» realm="Cellar"\n\n',
      'GET /cellar HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n---\nHTTP/1.1 «401» Unauthorized\n\n',
      // Without credentials the same path doesn't exist.
      'GET /cellar HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n\n===\nGET /cellar HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Basic realm="Cellar"\n\n',
    ],
    good: [
      'GET /cellar HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n---\nHTTP/1.1 404 Not Found\n\n',
      // Here, all are asked for a password: Concealed is another way in.
      'GET /cellar HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="Cellar"\n\n===\nGET /cellar HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="Cellar"\n\n',
      // Who was let in may be told that this is not for them.
      'GET /cellar HTTP/1.1\nHost: a.example\nAuthorization: Concealed k=YmFz, a=VGhp, s=2055, v=dmVy, p=QzpcV2\n\n---\nHTTP/1.1 403 Forbidden\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const named = challengesOf(response).filter(({ scheme }) => sameScheme(scheme.text, 'Concealed'))
    if (named.length > 0) return named.map(({ scheme }) => ({ in: 'response', span: scheme.span }))
    if (response?.message.line.code !== 401 || shownIn(request, 'Concealed').length === 0) return []
    const gives = challengesOf(response).length === 0 || isHiddenOtherwise(view)
    return gives ? [{ in: 'response', span: response.message.line.status.span }] : []
  },
}

/** Whether the same request without credentials was answered otherwise. */
function isHiddenOtherwise(view: View): boolean {
  const asked = view.request?.message.line
  const last = earlierHere(view).findLast(
    ({ request }) =>
      request?.message.line.target.text === asked?.target.text &&
      request?.message.line.method.text === asked?.method.text &&
      linesOf(request, 'authorization').length === 0,
  )
  return last?.response !== undefined && last.response.message.line.code !== 401
}

export default rule
