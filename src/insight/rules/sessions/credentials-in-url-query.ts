/** What must stay secret has no place in an address. */

import type { Rule } from '../../rule.ts'
import { queryOf } from '../bodies.ts'
import { isPasswordName, pathOf } from '../password-forms.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §17.9',
  title: 'A secret in the URL: `{name}`',
  why: 'Addresses are written into the logs of servers and proxies, into histories, and into `Referer`. Send secrets in a header such as `Authorization`, or in the body of a `POST`.',
  examples: {
    bad: [
      'GET /login?user=me&password=«open+sesame» HTTP/1.1\nHost: a.example\n\n',
      'GET /data?api_key=«123»&page=1 HTTP/1.1\nHost: a.example\n\n',
      'POST /token?client_id=a&client_secret=«b»&code_verifier=«c» HTTP/1.1\nHost: a.example\n\n',
      'GET /feed?token=«a1b2c3» HTTP/1.1\nHost: a.example\n\n',
    ],
    good: [
      'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=open+sesame',
      'GET /authorize?response_type=code&client_id=a&code_challenge=b&state=c HTTP/1.1\nHost: a.example\n\n',
      // Works once, and comes by mail.
      'GET /reset-password?token=a1b2c3 HTTP/1.1\nHost: a.example\n\n',
      'GET /help?topic=password&api_key= HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check({ request }) {
    if (!request?.message.line.target.text.includes('=')) return []
    return queryOf(request).flatMap(({ name, value, raw }) => {
      if (value === '' || !(isPasswordName(name) || SECRETS.test(name))) return []
      if (name === 'token' && ONCE.test(pathOf(request))) return []
      return [{ in: 'request', span: raw.span, slots: { name } }]
    })
  },
}

/** An access token has a rule of its own. */
const SECRETS = /^(?:token|api_?key|client_secret|client_assertion|code_verifier|refresh_token)$/i

/** Links that are good for one time. */
const ONCE = /reset|verif|confirm|activat|invit|unsubscribe|magic|recover|share|download/i

export default rule
