/** On the way to another host, what is secret stays behind. */

import { firstValue, linesOf } from '../../reading.ts'
import type { Past, Rule, View } from '../../rule.ts'
import { siteOf } from '../cross-origin.ts'
import { isKeyField } from '../key-fields.ts'
import { parsed, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'Fetch §concept-http-redirect-fetch',
  title: 'A redirect took `{field}` to another host',
  why: 'The client followed a redirect from `{from}` and sent along what was meant for that host alone: now the other one can act in its name. Leave `{field}` out on the way to another host; many libraries only know `Authorization`.',
  examples: {
    bad: [
      'GET /a HTTP/1.1\nHost: one.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: https://two.example/b\n\n===\nGET /b HTTP/1.1\nHost: two.example\nAuthorization: «Bearer a1b2»\n\n',
      'GET /a HTTP/1.1\nHost: one.example\nX-API-Key: 123\nCookie: sid=a1b2\n\n---\nHTTP/1.1 307 Temporary Redirect\nLocation: //two.test/b?c#d\n\n===\nGET /b?c HTTP/1.1\nHost: two.test\nX-API-Key: «123»\nCookie: «sid=a1b2»\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
    good: [
      'GET /a HTTP/1.1\nHost: one.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: https://two.example/b\n\n===\nGET /b HTTP/1.1\nHost: two.example\n\n',
      'GET /a HTTP/1.1\nHost: one.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: /b\n\n===\nGET /b HTTP/1.1\nHost: one.example\nAuthorization: Bearer a1b2\n\n',
      // The other host asked for them.
      'GET /a HTTP/1.1\nHost: one.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 302 Found\nLocation: https://two.example/b\n\n===\nGET /b HTTP/1.1\nHost: two.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="two"\n\n===\nGET /b HTTP/1.1\nHost: two.example\nAuthorization: Basic YTpi\n\n',
      // A cookie of the whole site.
      'GET /a HTTP/1.1\nHost: www.example.com\nCookie: sid=a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: https://api.example.com/b\n\n===\nGET /b HTTP/1.1\nHost: api.example.com\nCookie: sid=a1b2\n\n',
      'GET /a HTTP/1.1\nHost: one.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 302 Found\nLocation: https://two.example/b\n\n===\nGET /b HTTP/1.1\nHost: two.example\nAuthorization: Bearer c3d4\n\n',
    ],
  },
  check(view) {
    const { request, before, circumstances } = view
    if (!before.some(isRedirect)) return []
    const secrets = request?.fields.filter(({ name }) => isSecret(name)) ?? []
    const url = secrets.length === 0 ? undefined : urlOf(request, circumstances)
    if (!url) return []
    const at = before.findLastIndex((past) => leadsTo(past, url, view))
    const past = before[at]
    const from = urlOf(past?.request, circumstances)
    if (!past || !from || from.host === url.host) return []
    if (before.slice(at + 1).some((each) => urlOf(each.request, circumstances)?.host === url.host)) return []
    return secrets.flatMap(({ name, field }) => {
      if (name === 'cookie' && siteOf(from.hostname) === siteOf(url.hostname)) return []
      const { text, span } = field.value
      const isSame = linesOf(past.request, name).some((each) => each.field.value.text === text)
      return isSame ? [{ in: 'request', span, slots: { field: field.name.text, from: from.host } }] : []
    })
  },
}

/** `Proxy-Authorization` is for the proxy, whatever the host behind it. */
const isSecret = (name: string): boolean => name === 'authorization' || name === 'cookie' || isKeyField(name)

const isRedirect = ({ response }: Past): boolean => [301, 302, 303, 307, 308].includes(response?.message.line.code ?? 0)

function leadsTo({ request, response }: Past, url: URL, { circumstances }: View): boolean {
  if (!isRedirect({ response })) return false
  const location = firstValue(response, 'location')?.text
  const to = location === undefined ? undefined : parsed(location, urlOf(request, circumstances)?.href)
  return to?.host === url.host && to.pathname === url.pathname && to.search === url.search
}

export default rule
