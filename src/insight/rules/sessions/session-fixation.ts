/** A session identifier that was known before the login must not be worth anything after it. */

import type { Past, Rule, View } from '../../rule.ts'
import { earlierHere } from '../earlier.ts'
import { isLogin, passwordIn, redirectOf } from '../password-forms.ts'
import { type Cookie, cookiesOf, isSession, setCookiesOf } from '../set-cookies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'draft-ietf-httpbis-rfc6265bis §8.4',
  title: 'The login left the session identifier as it was',
  why: 'Whoever planted `{name}` in this browser before the login is now logged in as well. Give out a new identifier whenever somebody logs in, and forget the old one.',
  examples: {
    bad: [
      'GET /account HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\nSet-Cookie: sid=a1b2\n\n===\nPOST /login HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=secret\n---\nHTTP/1.1 303 See Other\nLocation: /account\n\n===\nGET /account HTTP/1.1\nHost: a.example\nCookie: lang=de; «sid=a1b2»\n\n---\nHTTP/1.1 200 OK\n\nHello',
    ],
    good: [
      // A new one.
      'GET /account HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\nSet-Cookie: sid=a1b2\n\n===\nPOST /login HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=secret\n---\nHTTP/1.1 303 See Other\nLocation: /account\nSet-Cookie: sid=c3d4\n\n===\nGET /account HTTP/1.1\nHost: a.example\nCookie: sid=c3d4\n\n---\nHTTP/1.1 200 OK\n\nHello',
      // Another cookie shows the login.
      'GET /account HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n===\nPOST /login HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\nuser=me&password=secret\n---\nHTTP/1.1 303 See Other\nLocation: /account\nSet-Cookie: auth=e5f6\n\n===\nGET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2; auth=e5f6\n\n---\nHTTP/1.1 200 OK\n\nHello',
      // The page is for everybody.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2\n\n===\nPOST /login HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\nuser=me&password=wrong\n---\nHTTP/1.1 200 OK\n\nNo.\n===\nGET / HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 200 OK\n\nHello',
    ],
  },
  check(view) {
    const { request, response, before } = view
    const { code = 0 } = response?.message.line ?? {}
    if (!request || before.length < 2 || !(code >= 200 && code < 300)) return []
    if (request.fields.some(({ name }) => name === 'authorization')) return []
    const cookies = cookiesOf(request).filter(({ name }) => isSession(name))
    if (cookies.length === 0) return []
    const past = earlierHere(view)
    const login = past.findLastIndex((each) => passwordIn(each.request) !== undefined)
    const made = past[login]
    if (!made || setsOther(made, cookies) || !past.slice(0, login).some((each) => wasRefused(each, view))) return []
    const old = cookies.filter((each) => cookiesOf(made.request).some((one) => isSame(one, each)))
    // All that the server could know the session by was there before.
    if (old.length < cookies.length) return []
    return old.map(({ name, crumb }) => ({ in: 'request', span: crumb.span, slots: { name } }))
  },
}

const isSame = (one: Pick<Cookie, 'name' | 'value'>, other: Pick<Cookie, 'name' | 'value'>): boolean =>
  one.name === other.name && one.value === other.value

/** Whether the login gave out something new. */
const setsOther = (login: Past, cookies: readonly Cookie[]): boolean =>
  setCookiesOf(login).some((each) => !cookies.some((one) => isSame(one, each)))

/** Whether the same page was not to be had before the login. */
function wasRefused(past: Past, { request }: View): boolean {
  if (past.request?.message.line.target.text !== request?.message.line.target.text) return false
  const { code = 0 } = past.response?.message.line ?? {}
  return code === 401 || code === 403 || isLogin(redirectOf(past))
}

export default rule
