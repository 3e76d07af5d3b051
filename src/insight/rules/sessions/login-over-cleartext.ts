/** Passwords are typed and sent only where nobody can read along, and nobody can change the form. */

import type { Found, Rule, View } from '../../rule.ts'
import { mediaTypeOf } from '../bodies.ts'
import { cleartext } from '../cleartext.ts'
import { isLoopback, parsed } from '../origins.ts'
import { passwordIn } from '../password-forms.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §17.16.1',
  title: 'A password over plain http',
  why: 'Without TLS everybody on the way can read the password, and change the form so that it goes elsewhere. The page with the form and the address that it is sent to must both be `https`.',
  examples: {
    bad: [
      {
        text: 'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=«open+sesame»',
        circumstances: { transport: 'http' },
      },
      'POST http://a.example/login HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"username":"me","password":«"open sesame"»}',
      {
        text: 'GET /login HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<form><input type="«password»" name="p"></form>',
        circumstances: { transport: 'http' },
      },
      {
        text: 'GET /login HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<form method="post" action="«http://»a.example/login"><input type="password" name="p"></form>',
        circumstances: { transport: 'https' },
      },
    ],
    good: [
      {
        text: 'POST /login HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nuser=me&password=open+sesame',
        circumstances: { transport: 'https' },
      },
      {
        text: 'POST /login HTTP/1.1\nHost: 127.0.0.1:8080\nContent-Type: application/x-www-form-urlencoded\n\npassword=open+sesame',
        circumstances: { transport: 'http' },
      },
      {
        text: 'POST /search HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nq=password',
        circumstances: { transport: 'http' },
      },
      {
        text: 'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: text/html\n\n<form action="http://a.example/search"><input name="q"></form>',
        circumstances: { transport: 'https' },
      },
    ],
  },
  check(view) {
    const all = [...typed(view), ...asked(view)]
    const way = all.length === 0 ? 'no' : cleartext(view)
    const found = way === 'no' ? all.filter(({ safe }) => !safe) : all
    return found.length > 0 && way === 'unknown' ? [{ needs: 'transport' }] : found.map(({ place }) => place)
  },
}

/** A place that is right over TLS, or not even there. */
interface Place {
  readonly safe: boolean
  readonly place: Found
}

function typed({ request }: View): readonly Place[] {
  const password = passwordIn(request)
  return password ? [{ safe: true, place: { in: 'request', span: password.span } }] : []
}

/** A page with a field for a password; where its form goes, as far as it is an absolute address. */
function asked({ response }: View): readonly Place[] {
  if (!response || mediaTypeOf(response) !== 'text/html') return []
  const { text, span } = response.message.body
  const field = /\btype=["']?(password)\b/i.exec(text)
  if (!field) return []
  const start = span.start + field.index + field[0].length - 'password'.length
  const own: Place = { safe: true, place: { in: 'response', span: { start, end: start + 'password'.length } } }
  const form = Math.max(0, text.lastIndexOf('<form', field.index))
  const action = /\baction=["']?(http:\/\/[^"'\s>]*)/i.exec(text.slice(form, field.index))
  const to = parsed(action?.[1] ?? '')
  if (!action || !to || isLoopback(to.hostname)) return [own]
  const from = span.start + form + action.index + action[0].length - (action[1] ?? '').length
  return [{ safe: false, place: { in: 'response', span: { start: from, end: from + 'http://'.length } } }]
}

export default rule
