/** Browsers throw a cookie with `SameSite=None` away unless it is `Secure`. */

import type { Rule } from '../../rule.ts'
import { attributeOf, setCookiesOf } from '../set-cookies.ts'

const rule: Rule = {
  level: 'must',
  cite: 'draft-ietf-httpbis-rfc6265bis §5.7',
  title: 'Browsers ignore `{name}`',
  why: 'A cookie with `SameSite=None` goes along from everywhere, so browsers keep it only if it is `Secure` as well. This one never comes back: add `Secure`.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nSet-Cookie: embed=a1b2; «SameSite=None»; HttpOnly\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: embed=; Max-Age=0; SameSite=Lax; «samesite=none»\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: embed=a1b2; SameSite=None; Secure\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: lang=de; SameSite=Lax\nSet-Cookie: theme=dark\n\n',
    ],
  },
  check: (view) =>
    setCookiesOf(view).flatMap((cookie) => {
      const attribute = attributeOf(cookie, 'samesite')
      if (!/^none$/i.test(attribute?.value ?? '') || attributeOf(cookie, 'secure')) return []
      const { end } = cookie.line.span
      const fix = { span: { start: end, end }, insert: '; Secure' }
      return [{ in: 'response', span: attribute?.span ?? cookie.nameSpan, slots: { name: cookie.name }, fix }]
    }),
}

export default rule
