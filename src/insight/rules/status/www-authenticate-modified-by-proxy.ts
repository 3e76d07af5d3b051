/** A proxy passes on what client and server have to say to each other, letter by letter. */

import { linesOf } from '../../reading.ts'
import type { Found, Reading, Rule, View } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §11.6.1',
  title: 'The proxy has changed {field}',
  why: 'A proxy passes `WWW-Authenticate`, `Authorization` and `Authentication-Info` on as they are, for what stands in them is agreed between client and server. Digest and signatures calculate with every letter, and a challenge that was taken out may be an attack.',
  examples: {
    bad: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\n«WWW-Authenticate»: Basic realm="a"\n\n>>>\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b"\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n«Authorization»: Bearer b\n\n---\nHTTP/1.1 «401» Unauthorized\n\n>>>\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
    ],
    good: [
      // Lines of one field may be put together.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate, Basic realm="a"\n\n>>>\nGET / HTTP/1.1\nHost: a.example\nVia: 1.1 p\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate\nWWW-Authenticate: Basic realm="a"\n\n',
      // A gateway answers in its own name, and asks in its own name.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="gate"\n\n>>>\nGET / HTTP/1.1\nHost: backend.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nProxy-Authentication-Info: rspauth="a"\n\n>>>\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const { request, response, upstream } = view
    // A request that names the whole URL goes to a proxy (RFC 9112 §3.2.2).
    if (!request || !/^https?:/i.test(request.message.line.target.text)) return []
    // With a 407 the proxy answers itself: nothing went further.
    if (response?.message.line.code === 407) return []
    if (!upstream) return has(request, 'authorization') || FIELDS.some((name) => has(response, name)) ? LACK : []
    return [...changed(view, 'request', ['authorization']), ...changed(view, 'response', FIELDS)]
  },
}

const LACK = [{ needs: 'upstream' }] as const

const FIELDS = ['www-authenticate', 'authentication-info']

const SPELLED: Readonly<Record<string, string>> = {
  authorization: 'Authorization',
  'www-authenticate': 'WWW-Authenticate',
  'authentication-info': 'Authentication-Info',
}

const has = (message: Reading | undefined, name: string): boolean => linesOf(message, name).length > 0

/** All lines of a field in one, as a recipient may combine them (RFC 9110 §5.3). */
const joined = (message: Reading, name: string): string =>
  linesOf(message, name)
    .map(({ field }) => field.value.text)
    .join(', ')

function changed(view: View, side: Found['in'], names: readonly string[]): readonly Found[] {
  const here = view[side]
  const there = view.upstream?.[side]
  if (!here || !there) return []
  return names
    .filter((name) => joined(here, name) !== joined(there, name))
    .map((name): Found => {
      const { line } = here.message
      const start = 'status' in line ? line.status.span : line.method.span
      const span = linesOf(here, name)[0]?.field.name.span ?? start
      return { in: side, span, slots: { field: SPELLED[name] ?? name } }
    })
}

export default rule
