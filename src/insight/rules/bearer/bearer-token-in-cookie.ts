/** A token in a cookie travels wherever the cookie does. */

import { looksLikeJwt, readJwt } from '../../../protocol/jose/jwt.ts'
import { token } from '../../../protocol/text/span.ts'
import { linesOf, shownIn } from '../../reading.ts'
import type { Past, Rule, View } from '../../rule.ts'
import { isLoopback, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §5.3',
  title: 'A token in a cookie that needs no TLS',
  why: 'Without `Secure` the browser sends this cookie over `http` too, where anybody on the way can read the token. Bearer tokens must not be kept in such cookies; with `Secure` it still takes something against forged requests, `SameSite` for one.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nSet-Cookie: «access_token=mF_9.B5f-4.1JqM»; HttpOnly; Path=/\n\n',
      // The name says nothing, the value does: {"alg":"HS256"}
      'HTTP/1.1 200 OK\nSet-Cookie: «s=eyJhbGciOiJIUzI1NiJ9.e30.AA»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: «t=abc»; SameSite=Lax\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nSet-Cookie: access_token=mF_9.B5f-4.1JqM; secure; HttpOnly; SameSite=Lax\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: session=31d4d96e407aad42; HttpOnly\n\n',
      // Signed by a framework, but no JWT: {"user":1}
      'HTTP/1.1 200 OK\nSet-Cookie: session=eyJ1c2VyIjoxfQ.Zxk3Aw.abc; HttpOnly\n\n',
      // It is deleted.
      'HTTP/1.1 200 OK\nSet-Cookie: access_token=; Max-Age=0\n\n',
      'HTTP/1.1 200 OK\nSet-Cookie: access_token=deleted; Expires=Thu, 01 Jan 1970 00:00:00 GMT\n\n',
      'GET / HTTP/1.1\nHost: localhost:3000\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: access_token=abc\n\n',
    ],
  },
  check(view) {
    const lines = linesOf(view.response, 'set-cookie')
    if (lines.length === 0) return []
    const url = urlOf(view.request, view.circumstances)
    if (url && isLoopback(url.hostname)) return []
    return lines.flatMap(({ field: { value } }) => {
      const [pair = '', ...attributes] = value.text.split(';')
      const equals = pair.indexOf('=')
      const [name, held] = [pair.slice(0, Math.max(equals, 0)).trim(), pair.slice(equals + 1).trim()]
      if (held === '' || attributes.some((each) => SAFE_OR_GONE.test(each))) return []
      if (!NAMES.test(name) && !isJwt(held) && !wasShown(held, view)) return []
      const { start, end } = value.span
      const fix = { span: { start: end, end }, insert: '; Secure' }
      return [{ in: 'response', span: { start, end: start + pair.trimEnd().length }, fix } as const]
    })
  },
}

const SAFE_OR_GONE = /^\s*(?:secure\s*$|max-age\s*=\s*(?:0|-\d+)\s*$|expires\s*=.*\b19[67]\d\b)/i

const NAMES = /^(?:access[-_]?token|bearer(?:[-_]?token)?|jwt(?:[-_]?token)?)$/i

/** With an algorithm in its header: frameworks sign cookies that begin like a JWT and are none. */
const isJwt = (text: string): boolean =>
  looksLikeJwt(text) && typeof readJwt(token(text, 0, text.length)).header?.alg === 'string'

/** Whether that is a token that a request showed as one. */
const wasShown = (held: string, { request, before }: View): boolean =>
  [{ request }, ...before].some((past: Past) =>
    shownIn(past.request, 'Bearer').some(
      ({ credentials: { payload } }) => payload.kind === 'token68' && payload.token68.text === held,
    ),
  )

export default rule
