/** A browser doesn't forget a password because a server says so. */

import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §17.16.2',
  title: 'Nobody is logged out by that',
  why: 'HTTP has no way to make a client forget Basic credentials: it sends them again with the next request. A 401 on a page for it makes some browsers ask once more, no more than that; `Clear-Site-Data: "cookies"` helps in browsers that know it, and a session that the server can end helps everywhere.',
  examples: {
    bad: [
      'GET /logout HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 «401» Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'POST /account/sign-out?x HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 «200» OK\n\nBye',
    ],
    good: [
      'GET /logout HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 204 No Content\nClear-Site-Data: "cookies"\n\n',
      // There is a session as well, and that one ends.
      'POST /logout HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\nCookie: s=1\n\n---\nHTTP/1.1 303 See Other\nSet-Cookie: s=; Max-Age=0\nLocation: /\n\n',
      'GET /logout HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET /blogout HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check({ request, response }) {
    const line = response?.message.line
    if (!request || !line || !LOGOUT.test(request.message.line.target.text)) return []
    if (!shownIn(request, 'Basic').some(({ name }) => name === 'authorization')) return []
    const asks = line.code === 401 && challengesOf(response, 'Basic').length > 0
    const claims = line.code >= 200 && line.code < 400
    if (!asks && !claims) return []
    if (linesOf(response, 'set-cookie').length > 0 || linesOf(response, 'clear-site-data').length > 0) return []
    return [{ in: 'response', span: line.status.span }]
  },
}

/** As the last segment of the path. */
const LOGOUT = /\/(?:log|sign)[-_]?(?:out|off)\/?(?:[?#]|$)/i

export default rule
