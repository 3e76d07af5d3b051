/** After the login, a browser should never again try plain http with this host. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { formOf } from '../bodies.ts'
import { cleartext } from '../cleartext.ts'
import { earlierHere } from '../earlier.ts'
import { urlOf } from '../origins.ts'
import { isPasswordName } from '../password-forms.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 6797 §7.1',
  title: 'A login without HSTS',
  why: 'Without `Strict-Transport-Security` a browser may try `http://` the next time, and whoever is in between answers with a login page of their own. Send it with every response over https: `max-age=31536000`.',
  examples: {
    bad: [
      'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=secret\n---\nHTTP/1.1 «303» See Other\nLocation: /\n\n',
    ],
    good: [
      'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=secret\n---\nHTTP/1.1 303 See Other\nStrict-Transport-Security: max-age=31536000\nLocation: /\n\n',
      // The browser knows already.
      'GET /login HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000\n\n===\nPOST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\npassword=secret\n---\nHTTP/1.1 303 See Other\n\n',
      // No browser’s form.
      'POST /token HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\ngrant_type=password&username=me&password=secret\n---\nHTTP/1.1 200 OK\n\n',
      'POST /login HTTP/1.1\nHost: 192.0.2.1\nContent-Type: application/x-www-form-urlencoded\n\npassword=secret\n---\nHTTP/1.1 303 See Other\n\n',
      {
        text: 'POST /login HTTP/1.1\nHost: a.example\n\npassword=secret\n---\nHTTP/1.1 303 See Other\n\n',
        circumstances: { transport: 'http' },
      },
    ],
    circumstances: { transport: 'https' },
  },
  check(view) {
    const { request, response, circumstances } = view
    const { code = 0, status } = response?.message.line ?? {}
    if (!status || !(code >= 200 && code < 400) || request?.message.line.method.text !== 'POST') return []
    const form = formOf(request)
    if (!form.some(({ name, value }) => isPasswordName(name) && value !== '')) return []
    if (form.some(({ name }) => name === 'grant_type')) return []
    const hostname = urlOf(request, circumstances)?.hostname ?? ''
    // An address can't be a known HSTS host (RFC 6797 §8.1.1), nor a machine that is only here.
    if (/^[\d.]*$|^\[/.test(hostname)) return []
    if ([view, ...earlierHere(view)].some((each) => linesOf(each.response, 'strict-transport-security').length > 0)) {
      return []
    }
    const way = cleartext(view)
    if (way !== 'no') return way === 'unknown' ? [{ needs: 'transport' }] : []
    if (circumstances.excerpt) return [{ needs: 'whole' }]
    return [{ in: 'response', span: status.span }]
  },
}

export default rule
