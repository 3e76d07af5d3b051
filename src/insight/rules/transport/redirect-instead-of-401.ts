/** A program that is sent to a login page takes the page for its answer. */

import { linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { isLogin, isLogout, pathOf, redirectOf } from '../password-forms.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §11.4',
  title: 'A program gets a login page',
  why: 'This client is no person at a browser: it follows the redirect, gets a form with status 200 and believes that all went well. Answer 401 with a challenge here, or 403, and keep the redirect for pages.',
  examples: {
    bad: [
      'GET /api/data HTTP/1.1\nHost: a.example\nAccept: application/json\n\n---\nHTTP/1.1 «302» Found\nLocation: https://a.example/login?next=/api/data\n\n',
      'GET /api/data HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 «303» See Other\nLocation: /users/sign_in\n\n',
      'GET /cart HTTP/1.1\nHost: a.example\nX-Requested-With: XMLHttpRequest\nAccept: */*\n\n---\nHTTP/1.1 «302» Found\nLocation: /sso/start\n\n',
    ],
    good: [
      'GET /account HTTP/1.1\nHost: a.example\nAccept: text/html,application/json;q=0.9\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n',
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n',
      'GET /api/data HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 301 Moved Permanently\nLocation: /api/v2/data\n\n',
      // What it asked for is the login, or its end.
      'POST /login HTTP/1.1\nHost: a.example\nAccept: application/json\n\n{}\n---\nHTTP/1.1 303 See Other\nLocation: /login?error\n\n',
      'POST /logout HTTP/1.1\nHost: a.example\nAccept: application/json\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n',
      'GET /api/data HTTP/1.1\nHost: a.example\nAccept: application/json\n\n---\nHTTP/1.1 302 Found\nLocation: /blog-in-depth\n\n',
    ],
  },
  check(view) {
    const { code = 0, status } = view.response?.message.line ?? {}
    if (!status || ![302, 303, 307].includes(code) || !isLogin(redirectOf(view)) || !isProgram(view)) return []
    const path = pathOf(view.request)
    return isLogin(path) || isLogout(path) ? [] : [{ in: 'response', span: status.span }]
  },
}

/** It wants data and no page, or shows a token. */
function isProgram({ request }: View): boolean {
  const accept = linesOf(request, 'accept')
    .map(({ field }) => field.value.text)
    .join()
    .toLowerCase()
  if (accept.includes('html')) return false
  const isScript = linesOf(request, 'x-requested-with').some(({ field }) => /^xmlhttprequest$/i.test(field.value.text))
  return /\bjson\b/.test(accept) || isScript || linesOf(request, 'authorization').length > 0
}

export default rule
