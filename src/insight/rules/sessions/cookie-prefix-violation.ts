/** A name with a prefix makes promises that browsers check. */

import type { Rule } from '../../rule.ts'
import { attributeOf, prefixOfCookie, type SetCookie, setCookiesOf } from '../set-cookies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'draft-ietf-httpbis-rfc6265bis §4.1.3',
  title: '`{name}` breaks the promise of its name',
  why: '`__Secure-` promises `Secure`; `__Host-` promises `Secure`, `Path=/` and no `Domain`. Browsers ignore a cookie that doesn’t keep it: here {what} is wrong.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nSet-Cookie: «__Secure-SID»=a1b2; Path=/\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: «__Host-SID»=a1b2; Secure\nSet-Cookie: «__Host-SID»=a1b2; Secure; Domain=a.example; Path=/\n\n',
      'HTTP/1.1 303 See Other\nSet-Cookie: «__host-SID»=; Max-Age=0; Path=/app; HttpOnly\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: __Host-SID=a1b2; Secure; Path=/; HttpOnly\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: __Secure-SID=a1b2; Secure; Domain=a.example\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: Host-SID=a1b2; Path=/app\n\n',
    ],
  },
  check: (view) =>
    setCookiesOf(view).flatMap((cookie) => {
      const what = broken(cookie)
      if (what.length === 0) return []
      const { name, nameSpan } = cookie
      return [{ in: 'response', span: nameSpan, slots: { name, what: what.join(', ') }, fix: kept(cookie) }]
    }),
}

/** The attributes that are missing or there against the promise. */
function broken(cookie: SetCookie): readonly string[] {
  const prefix = prefixOfCookie(cookie.name)
  if (!prefix) return []
  const secure = attributeOf(cookie, 'secure') ? [] : ['Secure']
  if (prefix === 'secure') return secure
  const path = attributeOf(cookie, 'path')?.value === '/' ? [] : ['Path']
  return [...secure, ...path, ...(attributeOf(cookie, 'domain') ? ['Domain'] : [])]
}

/** The same cookie with the attributes that were promised, the others as they were. */
function kept(cookie: SetCookie) {
  const { attributes, crumb, line } = cookie
  const wrong = broken(cookie).map((each) => each.toLowerCase())
  const rest = attributes.filter(({ name }) => !wrong.includes(name.toLowerCase()))
  const texts = rest.map(({ span }) => line.text.slice(span.start - line.span.start, span.end - line.span.start))
  const added = [...(wrong.includes('path') ? ['Path=/'] : []), ...(wrong.includes('secure') ? ['Secure'] : [])]
  return {
    span: { start: crumb.span.end, end: line.span.end },
    insert: [...texts, ...added].map((each) => `; ${each}`).join(''),
  }
}

export default rule
