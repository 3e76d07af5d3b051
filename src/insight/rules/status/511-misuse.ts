/** 511 is the answer of a network that wants a login, and leads to it. */

import type { Rule } from '../../rule.ts'
import { lineRemoved } from '../lines.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6585 §6',
  title: 'A 511 leads to the login, it is not the login',
  why: 'A hotel’s or a train’s network answers 511 in the place of the server that was asked, with a link to its login page. A challenge or a form in it would look as if that server wanted the password; a server itself asks with 401.',
  examples: {
    bad: [
      'HTTP/1.1 511 Network Authentication Required\n«WWW-Authenticate»: Basic realm="wifi"\n\n',
      'HTTP/1.1 511 Network Authentication Required\nContent-Type: text/html\n\n<form method="post"><input name="p" «type="password"»></form>',
    ],
    good: [
      'HTTP/1.1 511 Network Authentication Required\nContent-Type: text/html\n\n<a href="https://login.example.net/">Log in</a>',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n<input type="password">',
    ],
  },
  check({ response }) {
    if (response?.message.line.code !== 511) return []
    const asking = response.fields.filter(({ name }) => ['www-authenticate', 'proxy-authenticate'].includes(name))
    const { text, span } = response.message.body
    const form = /\btype=["']?password\b["']?/i.exec(text)
    const start = span.start + (form?.index ?? 0)
    return [
      ...asking.map(({ field }) => {
        return { in: 'response', span: field.name.span, fix: lineRemoved(response.message, field) } as const
      }),
      ...(form ? [{ in: 'response', span: { start, end: start + form[0].length } } as const] : []),
    ]
  },
}

export default rule
