/** A logout takes the cookie away under the very name, path and domain that it was set with, and not by a link. */

import { linesOf } from '../../reading.ts'
import type { Found, Rule, View } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { isLogout, pathOf } from '../password-forms.ts'
import { attributeOf, cookiesOf, isRemoval, isSession, type SetCookie, setCookiesOf } from '../set-cookies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'draft-ietf-httpbis-rfc6265bis §5.7',
  title: 'This logout leaves something open',
  why: 'To log out, `POST`, end the session on the server, and set the cookie again with `Max-Age=0` and the same name, `Path` and `Domain`. With another path or domain the old cookie stays, and where a `GET` logs out, any image on another page can do it.',
  examples: {
    bad: [
      'POST /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 «303» See Other\nLocation: /\n\n',
      'GET /app HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Path=/app\n\n===\nPOST /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /\nSet-Cookie: «sid»=; Max-Age=0; Path=/\n\n',
      '«GET» /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /\nSet-Cookie: sid=; Max-Age=0; Path=/\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Path=/; Domain=.a.example\n\n===\nPOST /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /\nSet-Cookie: sid=; Max-Age=0; Path=/; Domain=A.example\n\n',
      'POST /sign_out HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 200 OK\nClear-Site-Data: "cookies"\n\n',
      // A new, anonymous session.
      'POST /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nSet-Cookie: sid=c3d4\n\n',
      // Refused.
      'POST /logout HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 403 Forbidden\n\n',
      // OpenID Connect RP-Initiated Logout asks with GET.
      'GET /logout?id_token_hint=eyJ9 HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nSet-Cookie: sid=; Max-Age=0; Path=/\n\n',
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\nSet-Cookie: sid=; Max-Age=0; Path=/\n\n',
    ],
  },
  check(view) {
    const { request, response, at, circumstances } = view
    const { code = 0 } = response?.message.line ?? {}
    if (!request || !response || !(code >= 200 && code < 400)) return []
    const removed = setCookiesOf(view).filter((each) => isSession(each.name) && isRemoval(each, at))
    const missed = removed.length === 0 ? [] : missedBy(removed, view)
    const { method, target } = request.message.line
    if (missed.length > 0 || !isLogout(target.text.split('?', 1)[0] ?? '')) return missed
    if (method.text === 'GET' && removed.length > 0 && !/[?&](?:\w+_hint|post_logout\w*|state)=/.test(target.text)) {
      return [{ in: 'request', span: method.span }]
    }
    if (method.text !== 'POST' || !staysWhole(view)) return []
    return circumstances.excerpt ? [{ needs: 'whole' }] : [{ in: 'response', span: response.message.line.status.span }]
  },
}

/** Cookies that are set with a path or domain under which there is none, so that the one that is there stays. */
function missedBy(removed: readonly SetCookie[], view: View): readonly Found[] {
  const known = earlierHere(view).flatMap((past) =>
    setCookiesOf(past)
      .filter((each) => !isRemoval(each, past.at))
      .map((each) => ({ name: each.name, place: placeOf(each, pathOf(past.request)) })),
  )
  return removed.flatMap((each) => {
    const old = known.filter(({ name }) => name === each.name)
    // Several may be taken away one by one.
    const isOne = old.some((one) => removed.some((other) => placeOf(other, pathOf(view.request)) === one.place))
    return old.length === 0 || isOne ? [] : [{ in: 'response', span: each.nameSpan }]
  })
}

/** Domain and path; the default path is that of the request up to its last slash (RFC 6265 §5.1.4). */
function placeOf(cookie: SetCookie, asked: string): string {
  const domain = (attributeOf(cookie, 'domain')?.value ?? '').replace(/^\./, '').toLowerCase()
  const path = attributeOf(cookie, 'path')?.value ?? ''
  return `${domain} ${path.startsWith('/') ? path : asked.slice(0, Math.max(asked.lastIndexOf('/'), 1))}`
}

/** Whether a session cookie came, and nothing is done about any. */
function staysWhole(view: View): boolean {
  if (linesOf(view.response, 'clear-site-data').length > 0) return false
  const came = cookiesOf(view.request).filter(({ name }) => isSession(name))
  const done = setCookiesOf(view).map(({ name }) => name)
  return came.length > 0 && !came.some(({ name }) => done.includes(name))
}

export default rule
