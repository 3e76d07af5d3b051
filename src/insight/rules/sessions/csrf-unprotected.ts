/** What a browser sends along by itself, another site’s page can make use of. */

import { linesOf, shownIn } from '../../reading.ts'
import type { Lack, Rule, View } from '../../rule.ts'
import { formOf, mediaTypeOf } from '../bodies.ts'
import { allowedOrigin, foreignOrigin, siteOf } from '../cross-origin.ts'
import { earlierHere } from '../earlier.ts'
import { parsed, urlOf } from '../origins.ts'
import { isLogin, redirectOf } from '../password-forms.ts'
import { attributeOf, cookiesOf, isSession, setCookiesOf } from '../set-cookies.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'draft-ietf-httpbis-rfc6265bis §8.2',
  title: 'Another site’s form was let in',
  why: 'The browser added `{credentials}` by itself, and the server did what a page of another site asked for. Compare `Origin`, or demand a token that only your own pages know, and give session cookies `SameSite`.',
  examples: {
    bad: [
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: «https://evil.example»\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\nContent-Type: application/x-www-form-urlencoded\n\nto=eve&amount=5\n---\nHTTP/1.1 303 See Other\nLocation: /done\n\n',
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: «null»\nAuthorization: Basic YTpi\nContent-Type: text/plain\n\nto=eve\n---\nHTTP/1.1 204 No Content\n\n',
      'GET / HTTP/1.1\nHost: bank.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; SameSite=None\n\n===\nPOST /transfer HTTP/1.1\nHost: bank.example\nOrigin: «https://evil.example»\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 200 OK\n\n',
    ],
    good: [
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 403 Forbidden\n\n',
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://bank.example\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 200 OK\n\n',
      // Both belong to one site.
      'POST /transfer HTTP/1.1\nHost: api.bank.example\nOrigin: https://www.bank.example\nSec-Fetch-Site: same-site\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 200 OK\n\n',
      // Script of that origin is welcome.
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://app.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://app.example\nAccess-Control-Allow-Credentials: true\n\n',
      // The answer of an identity provider, which `state` binds to this browser.
      'POST /callback HTTP/1.1\nHost: bank.example\nOrigin: https://login.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\nContent-Type: application/x-www-form-urlencoded\n\ncode=c&state=s\n---\nHTTP/1.1 303 See Other\nLocation: /\n\n',
      // No browser sends this cookie from there.
      'GET / HTTP/1.1\nHost: bank.example\n\n---\nHTTP/1.1 200 OK\nSet-Cookie: sid=a1b2; Secure; SameSite=Lax\n\n===\nPOST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 200 OK\n\n',
      // No form sends JSON.
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\nContent-Type: application/json\n\n{}\n---\nHTTP/1.1 200 OK\n\n',
      // Sent away.
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\n\nto=eve\n---\nHTTP/1.1 303 See Other\nLocation: /login\n\n',
      'POST /transfer HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nSec-Fetch-Site: cross-site\nCookie: sid=a1b2\nX-CSRF-Token: c3d4\n\nto=eve\n---\nHTTP/1.1 200 OK\n\n',
      'POST /vote HTTP/1.1\nHost: bank.example\nOrigin: https://evil.example\nSec-Fetch-Site: cross-site\nCookie: lang=de\n\nvote=1\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const { code = 0 } = response?.message.line ?? {}
    if (!request || !(code >= 200 && code < 400) || SAFE.includes(request.message.line.method.text)) return []
    const origin = foreignOrigin(view)
    if (!origin || !isOtherSite(origin.text, view) || allowedOrigin(response) || isLogin(redirectOf(view))) return []
    if (!FORMS.includes(mediaTypeOf(request)) || hasToken(view)) return []
    const credentials = ambient(view)
    if (!credentials) return []
    return typeof credentials === 'string'
      ? [{ in: 'request', span: origin.span, slots: { credentials } }]
      : [credentials]
  },
}

const SAFE = ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'CONNECT']
/** What a form can send; for everything else a browser asks first. */
const FORMS = ['', 'application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const SCHEMES = ['Basic', 'Digest', 'Negotiate', 'NTLM']

function isOtherSite(origin: string, { request, circumstances }: View): boolean {
  const here = urlOf(request, circumstances)?.hostname ?? ''
  return origin === 'null' || siteOf(parsed(origin)?.hostname ?? '') !== siteOf(here)
}

/** Anything that another site’s page can't know, or can't send without being asked about it. */
function hasToken({ request }: View): boolean {
  if (!request) return false
  const known = /csrf|xsrf|token|nonce|^state$|^saml|^id_token$|^ticket$|signature/i
  if (request.message.body.text.length > 0 && mediaTypeOf(request) === 'multipart/form-data') {
    return known.test(request.message.body.text)
  }
  return (
    formOf(request).some(({ name }) => known.test(name)) ||
    request.fields.some(({ name }) => /csrf|xsrf|^x-requested-with$/.test(name))
  )
}

/** What the browser adds by itself; a cookie that is not known to go along from other sites decides nothing. */
function ambient(view: View): string | Lack | undefined {
  const { request } = view
  const scheme = SCHEMES.find((each) => shownIn(request, each).length > 0)
  if (scheme) return scheme
  const cookie = cookiesOf(request).find(({ name }) => isSession(name))
  if (!cookie) return undefined
  const set = earlierHere(view)
    .flatMap(setCookiesOf)
    .findLast(({ name }) => name === cookie.name)
  if (set) return /^(?:lax|strict)$/i.test(attributeOf(set, 'samesite')?.value ?? '') ? undefined : cookie.name
  const sent = linesOf(request, 'sec-fetch-site').some(({ field }) => field.value.text === 'cross-site')
  return sent ? cookie.name : { needs: 'before' }
}

export default rule
