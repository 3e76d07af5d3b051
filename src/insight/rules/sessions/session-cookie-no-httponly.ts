/** What script can read, injected script can steal. */

import type { Rule } from '../../rule.ts'
import { attributeOf, sessionsSet } from '../set-cookies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'draft-ietf-httpbis-rfc6265bis §4.1.2.6',
  title: 'Scripts can read `{name}`',
  why: 'Without `HttpOnly`, `document.cookie` shows this cookie to every script in the page, an injected one too. The server needs it, scripts don’t: add `HttpOnly`.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nSet-Cookie: «__Host-session»=a1b2; Path=/; Secure; SameSite=Lax\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: «connect.sid»=s%3Aa1b2; Secure\nSet-Cookie: «access_token»=eyJ9; Secure\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: __Host-session=a1b2; Path=/; Secure; httponly; SameSite=Lax\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: csrf_token=a1b2; Secure\nSet-Cookie: theme=dark\nSet-Cookie: ai_session=a1b2\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: KEYCLOAK_SESSION=a1b2; Secure\n\n',
      'HTTP/1.1 303 See Other\nSet-Cookie: sid=; Path=/; Max-Age=0\n\n',
    ],
  },
  check: (view) =>
    sessionsSet(view)
      .filter((each) => !attributeOf(each, 'httponly'))
      .map(({ name, nameSpan, line: { span } }) => {
        const fix = { span: { start: span.end, end: span.end }, insert: '; HttpOnly' }
        return { in: 'response', span: nameSpan, slots: { name }, fix }
      }),
}

export default rule
