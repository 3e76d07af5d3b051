/** What is to be hidden behind a 404 must look like what is not there. */

import { firstValue, linesOf } from '../../reading.ts'
import type { Found, Past, Rule, View } from '../../rule.ts'
import { earlierOf } from '../repeats.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §15.5.5',
  title: 'This 404 hides nothing',
  why: 'A server may say 404 instead of 403, so that nobody learns that there is something. That works only if the answer is the same as for what really isn’t there: no challenge, and no 403 for another method at the same place.',
  examples: {
    bad: [
      'GET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n«WWW-Authenticate»: Basic realm="a"\n\n',
      'DELETE /secret HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nGET /secret HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 «404» Not Found\n\n',
    ],
    good: [
      'GET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n\n',
      // It asks everywhere, also where nothing is.
      'GET /nothing HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\nWWW-Authenticate: Basic realm="a"\n\n',
      // The login comes first, for all of the site.
      'GET /a HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n===\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 404 Not Found\n\n',
      // Deleted in between, by somebody who may.
      'DELETE /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nDELETE /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer c\n\n---\nHTTP/1.1 204 No Content\n\n===\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 404 Not Found\n\n',
    ],
  },
  check(view) {
    const { response } = view
    if (response?.message.line.code !== 404) return []
    const asking = linesOf(response, 'www-authenticate')
    if (asking.length > 0) {
      const everywhere = view.before.some((each) => asksFor404(each) && placeOf(each) !== placeOf(view))
      return everywhere ? [] : asking.map(({ field }): Found => ({ in: 'response', span: field.name.span }))
    }
    return forbidsOthers(view) ? [{ in: 'response', span: response.message.line.status.span }] : []
  },
}

const codeOf = ({ response }: Past) => response?.message.line.code

const asksFor404 = (past: Past): boolean =>
  codeOf(past) === 404 && linesOf(past.response, 'www-authenticate').length > 0

const placeOf = ({ request }: Past): string | undefined => request?.message.line.target.text

/** Whether another method got 403 here, with the same credentials, and nobody could have removed anything since. */
function forbidsOthers(view: View): boolean {
  const earlier = earlierOf(view)
  const at = earlier.findLastIndex(
    (each) =>
      codeOf(each) === 403 &&
      each.request?.message.line.method.text !== view.request?.message.line.method.text &&
      authorizationOf(each) === authorizationOf(view),
  )
  return at >= 0 && earlier.slice(at + 1).every((each) => (codeOf(each) ?? 0) >= 400)
}

const authorizationOf = ({ request }: Past) => firstValue(request, 'authorization')?.text

export default rule
