/** A session identifier in a cache is everybody’s who gets the copy. */

import type { Token } from '../../../protocol/text/span.ts'
import type { Rule, View } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'
import { mayBeShared, noStore } from '../cache-control.ts'
import { sessionsSet } from '../set-cookies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9111 §5.2.2.5',
  title: 'A cache may keep `{name}`',
  why: 'Neither `Set-Cookie` nor a secret in the body keeps a cache from storing a response, and the next visitor gets the same session. Say `Cache-Control: no-store`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: lang=de\nSet-Cookie: «sid»=a1b2; Secure; HttpOnly\nContent-Type: text/html\n\nHello',
      'POST /login HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 303 See Other\nLocation: /\nCache-Control: public, max-age=60\nSet-Cookie: «sid»=a1b2; Secure; HttpOnly\n\n',
      'GET /key HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"api_key":«"3f1c9a77e2b84d05"»}',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; HttpOnly\nCache-Control: no-cache="set-cookie"\n\n',
      // Caches don’t keep these by themselves.
      'POST /login HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; HttpOnly\n\n',
      'GET /callback HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 303 See Other\nLocation: /\nSet-Cookie: sid=a1b2; Secure; HttpOnly\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=; Max-Age=0\nSet-Cookie: lang=de\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2\nExpires: 0\n\n',
      'GET /page HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"token":"3"}',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2\nPragma: no-cache\n\n',
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    const secret = response && secretIn(view)
    if (!secret || !mayBeShared(response, request?.message.line.method.text)) return []
    if (circumstances.excerpt) return [{ needs: 'whole' }]
    const { name, token } = secret
    return [{ in: 'response', span: token.span, slots: { name }, fix: noStore(response) }]
  },
}

const MEMBERS = ['api_key', 'apiKey', 'token', 'session_token', 'refresh_token', 'client_secret', 'password']

/** A cookie, or a member of the body that is long enough to be a secret. */
function secretIn(view: View): { readonly name: string; readonly token: Pick<Token, 'span'> } | undefined {
  const { response } = view
  const [cookie] = sessionsSet(view)
  if (cookie) return { name: cookie.name, token: { span: cookie.nameSpan } }
  const json = response?.message.line.code === 200 ? jsonOf(response) : undefined
  const name = json && MEMBERS.find((each) => typeof json[each] === 'string' && String(json[each]).length >= 16)
  const token = response && name !== undefined ? memberOf(response, name) : undefined
  return name !== undefined && token ? { name, token } : undefined
}

export default rule
