/** A session cookie without `Secure` also travels where everybody can read along. */

import type { Rule } from '../../rule.ts'
import { attributeOf, isWithoutTls, prefixOfCookie, sessionsSet } from '../set-cookies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'draft-ietf-httpbis-rfc6265bis §8.3',
  title: '`{name}` may travel without TLS',
  why: 'Without `Secure` a browser sends this cookie to `http://` as well, and one link or image there is enough for whoever reads along to take over the session. Add `Secure`.',
  examples: {
    bad: [
      // RFC 6265 §3.1.
      'HTTP/1.1 200 OK\nSet-Cookie: «SID»=31d4d96e407aad42; Path=/; HttpOnly\nSet-Cookie: lang=en-US; Path=/\n\n',
      'HTTP/1.1 303 See Other\nSet-Cookie: «auth_token»=a1b2; HttpOnly; SameSite=Lax; Max-Age=1800\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: SID=31d4d96e407aad42; Path=/; secure; HttpOnly\nSet-Cookie: lang=en-US; Path=/\n\n',
      'HTTP/1.1 303 See Other\nSet-Cookie: SID=; Path=/; Max-Age=0\nSet-Cookie: PHPSESSID=deleted; Expires=Thu, 01-Jan-1970 00:00:01 GMT\n\n',
      'GET / HTTP/1.1\nHost: localhost:8080\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: SID=31d4d96e407aad42; HttpOnly\n\n',
      { text: 'HTTP/1.1 200 OK\nSet-Cookie: SID=31d4d96e407aad42\n\n', circumstances: { transport: 'http' } },
      'HTTP/1.1 200 OK\nSet-Cookie: XSRF-TOKEN=a1b2; Path=/\nSet-Cookie: sidebar=open\n\n',
      // Browsers throw these away, which is graver.
      'HTTP/1.1 200 OK\nSet-Cookie: __Host-sid=a1b2; Path=/\nSet-Cookie: sid=a1b2; SameSite=None\n\n',
    ],
  },
  check(view) {
    const cookies = sessionsSet(view).filter((each) => !attributeOf(each, 'secure') && !hasGraverRule(each))
    if (cookies.length === 0 || isWithoutTls(view)) return []
    return cookies.map(({ name, nameSpan, line: { span } }) => {
      const fix = { span: { start: span.end, end: span.end }, insert: '; Secure' }
      return { in: 'response', span: nameSpan, slots: { name }, fix }
    })
  },
}

/** Where browsers throw such a cookie away. */
const hasGraverRule = (cookie: ReturnType<typeof sessionsSet>[number]): boolean =>
  prefixOfCookie(cookie.name) !== undefined || /^none$/i.test(attributeOf(cookie, 'samesite')?.value ?? '')

export default rule
