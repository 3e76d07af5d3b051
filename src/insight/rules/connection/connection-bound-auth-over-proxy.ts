/** Through a proxy, a connection may be somebody else's by the next request. */

import { targetOf } from '../../../protocol/http/target.ts'
import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { isBound } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 4559 §6',
  title: '{scheme} through a proxy that doesn’t promise anything',
  why: '{scheme} makes a connection somebody’s, and proxies lend one connection to many. A client may use it only if the proxy adds `Proxy-Support: Session-Based-Authentication` to the 401; a tunnel by `CONNECT` does without.',
  examples: {
    bad: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: «Negotiate» YBsGBisG\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM\nProxy-Support: none\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: «NTLM» TlRMTVNTUAABAAAA\n\n',
    ],
    good: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\nProxy-support: Session-Based-Authentication\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n',
      // What another server's proxy promised says nothing.
      'GET http://b.example/ HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n',
      // For the proxy itself, on the connection to it.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Negotiate\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Negotiate YBsGBisG\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n',
    ],
  },
  check({ request, before, circumstances: { excerpt } }) {
    if (!request || !/^https?:/i.test(request.message.line.target.text)) return []
    const shown = shownIn(request).find(({ name, credentials }) => name === 'authorization' && isBound(credentials))
    if (!shown) return []
    const host = hostIn({ request })
    const asked = before.findLast((past) => hostIn(past) === host && challengesOf(past.response).some(isBound))
    if (!asked) return [{ needs: 'before' }]
    if (linesOf(asked.response, 'proxy-support').some(({ field }) => PROMISE.test(field.value.text))) return []
    if (excerpt) return [{ needs: 'whole' }]
    const { scheme } = shown.credentials
    return [{ in: 'request', span: scheme.span, slots: { scheme: scheme.text } }]
  },
}

const PROMISE = /\bsession-based-authentication\b/i

const hostIn = ({ request }: Past): string | undefined => request && targetOf(request.message).host

export default rule
