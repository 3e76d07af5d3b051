/** `SameSite` says whether a session cookie goes along when another site makes the request. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { attributeOf, sessionsSet } from '../set-cookies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'draft-ietf-httpbis-rfc6265bis §4.1.2.7',
  title: 'Other sites may make use of `{name}`',
  why: 'With `SameSite=None`, and in some browsers without `SameSite`, requests that another site’s page makes carry this cookie. Write `Lax` or `Strict`, unless other sites are meant to embed yours.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nSet-Cookie: «__Host-session»=a1b2; Path=/; Secure; HttpOnly\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; HttpOnly; «SameSite=None»\nSet-Cookie: lang=de\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; HttpOnly; «SameSite=yes»\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: __Host-session=a1b2; Path=/; Secure; HttpOnly; SameSite=lax\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; HttpOnly; SameSite=None; Partitioned\n\n',
      'GET / HTTP/1.1\nHost: a.example\nOrigin: https://b.example\n\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://b.example\nAccess-Control-Allow-Credentials: true\nSet-Cookie: sid=a1b2; Secure; HttpOnly; SameSite=None\n\n',
    ],
  },
  check(view) {
    const cookies = sessionsSet(view).filter(isOpen)
    if (cookies.length === 0 || linesOf(view.response, 'access-control-allow-credentials').length > 0) return []
    return cookies.map((cookie) => {
      const { name, nameSpan, line } = cookie
      const { end } = line.span
      const attribute = attributeOf(cookie, 'samesite')
      const fix = attribute ? undefined : { span: { start: end, end }, insert: '; SameSite=Lax' }
      return { in: 'response', span: attribute?.span ?? nameSpan, slots: { name }, fix }
    })
  },
}

/** `Partitioned` is only for what other sites embed. */
const isOpen = (cookie: ReturnType<typeof sessionsSet>[number]): boolean =>
  !/^(?:lax|strict)$/i.test(attributeOf(cookie, 'samesite')?.value ?? '') && !attributeOf(cookie, 'partitioned')

export default rule
