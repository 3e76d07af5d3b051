/** After a login, the browser must not carry the form on to the client. */

import { firstValue } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { formOf } from '../bodies.ts'
import { restated } from '../oauth-endpoints.ts'
import { parsed, urlOf } from '../origins.ts'

const LOGIN =
  'POST /login HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\nusername=Aladdin&password=open+sesame\n---\n'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9700 §4.12',
  title: 'This redirect re-posts the password to another site',
  why: 'With {status} a browser repeats the POST with everything in it, so whoever gets the redirect gets the password. A server that has taken a login redirects with 303.',
  examples: {
    bad: [
      `${LOGIN}HTTP/1.1 «307» Temporary Redirect\nLocation: https://app.example/cb?code=c1&state=s\n\n`,
      `${LOGIN.replace('password=', 'j_passwd=')}HTTP/1.1 «308» Permanent Redirect\nLocation: https://app.example/\n\n`,
    ],
    good: [
      `${LOGIN}HTTP/1.1 303 See Other\nLocation: https://app.example/cb?code=c1&state=s\n\n`,
      `${LOGIN}HTTP/1.1 307 Temporary Redirect\nLocation: /login/\n\n`,
      `${LOGIN}HTTP/1.1 308 Permanent Redirect\nLocation: https://as.example/login\n\n`,
      'POST /search HTTP/1.1\nHost: as.example\nContent-Type: application/x-www-form-urlencoded\n\nq=password\n---\nHTTP/1.1 307 Temporary Redirect\nLocation: https://search.example/\n\n',
    ],
  },
  check({ request, response, circumstances }) {
    if (!response || ![307, 308].includes(response.message.line.code)) return []
    const secret = formOf(request).some(({ name, value }) => /passw|pwd|passphrase/i.test(name) && value !== '')
    const from = urlOf(request, circumstances)
    const to = parsed(firstValue(response, 'location')?.text ?? '', from?.href)
    if (!secret || !from || !to || to.hostname === from.hostname) return []
    const { status } = response.message.line
    return [{ in: 'response', span: status.span, slots: { status: status.text }, fix: restated(response, 303) }]
  },
}

export default rule
