/** No scheme of HTTP asks for a session cookie, so a 401 can’t either. */

import { challengesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { isKeyField } from '../key-fields.ts'
import { cookiesOf, isSession } from '../set-cookies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §15.5.2',
  title: 'A 401 can’t ask for a cookie',
  why: 'A 401 names a scheme that can be answered, and for a login by form and cookie none is registered. Send pages to the login with 303, answer scripts with 403, or offer a real scheme such as `Bearer` beside it.',
  examples: {
    bad: [
      'GET /account HTTP/1.1\nHost: a.example\nCookie: lang=de; sid=a1b2\n\n---\nHTTP/1.1 «401» Unauthorized\nContent-Type: application/json\n\n{"error":"session expired"}',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Cookie» realm="a", form-action="/login", cookie-name=sid\n\n',
    ],
    good: [
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n',
      'GET /account HTTP/1.1\nHost: a.example\nCookie: lang=de\n\n---\nHTTP/1.1 401 Unauthorized\n\n',
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\nAuthorization: Bearer c3d4\n\n---\nHTTP/1.1 401 Unauthorized\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Cookie realm="a", Basic realm="a"\n\n',
      {
        text: 'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 401 Unauthorized\n\n',
        circumstances: { takes: ['Cookie', 'Authorization'] },
      },
      'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\nX-API-Key: 1\n\n---\nHTTP/1.1 401 Unauthorized\n\n',
    ],
  },
  check(view) {
    const { response, circumstances } = view
    if (response?.message.line.code !== 401) return []
    const all = challengesOf(response)
    if (all.length > 0) {
      const isMadeUp = all.every(({ scheme }) => /^(?:cookie|session|form|formbased)$/i.test(scheme.text))
      return isMadeUp ? all.map(({ scheme }) => ({ in: 'response', span: scheme.span })) : []
    }
    if (!takesCookies(view)) return []
    return circumstances.excerpt ? [{ needs: 'whole' }] : [{ in: 'response', span: response.message.line.status.span }]
  },
}

/** A session cookie is all that was shown, and nothing else is known to be taken. */
function takesCookies({ request, circumstances: { takes = [] } }: View): boolean {
  if (takes.some((each) => each.toLowerCase() === 'authorization')) return false
  if (request?.fields.some(({ name }) => name === 'authorization' || isKeyField(name))) return false
  return cookiesOf(request).some(({ name }) => isSession(name))
}

export default rule
