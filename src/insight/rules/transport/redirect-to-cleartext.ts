/** A redirect from https to http takes the conversation out onto the street. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { cleartext } from '../cleartext.ts'
import { siteOf } from '../cross-origin.ts'
import { showsCredentials } from '../key-fields.ts'
import { isLoopback, parsed, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §17.16.1',
  title: 'A redirect out of TLS',
  why: 'The request came with credentials over https, and the answer sends the client to plain http: cookies without `Secure`, and clients that keep their fields, show them to everybody on the way. Redirect to `https`.',
  examples: {
    bad: [
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: «http://»a.example/a/\n\n',
      'GET /login HTTP/1.1\nHost: login.example.com\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: «HTTP://»www.example.com:8080/\n\n',
      'GET /authorize?client_id=a HTTP/1.1\nHost: login.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 303 See Other\nLocation: «http://»app.test/callback?code=c&state=s\n\n',
    ],
    good: [
      'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: https://a.example/a/\n\n',
      // To somewhere else, where nothing of it goes along.
      'GET /out HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: http://b.test/\n\n',
      // RFC 8252 §7.3.
      'GET /authorize?client_id=a HTTP/1.1\nHost: login.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: http://127.0.0.1:51004/?code=c\n\n',
      'GET /a HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 302 Found\nLocation: http://a.example/a/\n\n',
      {
        text: 'GET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: http://a.example/a/\n\n',
        circumstances: { transport: 'http' },
      },
    ],
    circumstances: { transport: 'https' },
  },
  check(view) {
    const { request, response, circumstances } = view
    const { code = 0 } = response?.message.line ?? {}
    if (!request || !(code >= 300 && code < 400)) return []
    const [line] = linesOf(response, 'location')
    const scheme = /^http:\/\//i.exec(line?.field.value.text ?? '')?.[0]
    const to = scheme && line ? parsed(line.field.value.text) : undefined
    const from = to && urlOf(request, circumstances)
    if (!to || !from || !line || isLoopback(to.hostname) || !showsCredentials(request, view)) return []
    const carries = ['code', 'access_token', 'token', 'id_token'].some((name) => to.searchParams.has(name))
    if (siteOf(from.hostname) !== siteOf(to.hostname) && !carries) return []
    const way = cleartext(view)
    if (way === 'unknown') return [{ needs: 'transport' }]
    if (way === 'yes' || isLoopback(from.hostname)) return []
    const { start } = line.field.value.span
    const span = { start, end: start + 'http://'.length }
    return [{ in: 'response', span, fix: to.port === '' ? { span, insert: 'https://' } : undefined }]
  },
}

export default rule
