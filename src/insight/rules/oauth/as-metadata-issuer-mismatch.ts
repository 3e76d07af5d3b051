/** Metadata belong to the server whose name they were asked for by. */

import { targetOf } from '../../../protocol/http/target.ts'
import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { jsonOf, memberOf } from '../bodies.ts'
import { callOf } from '../oauth-endpoints.ts'

const get = (path: string, issuer: string) =>
  `GET ${path} HTTP/1.1\nHost: as.example\n\n---\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"issuer":${issuer},"token_endpoint":"https://as.example/token"}`
const OAUTH = '/.well-known/oauth-authorization-server'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8414 §3.3',
  title: 'These metadata are of another issuer',
  why: 'The `issuer` must be the URL from which the address of this document was made, here {expected}, letter by letter. Clients must not use the document otherwise: anybody could write somebody else’s name into it.',
  examples: {
    bad: [
      get(OAUTH, '«"https://other.example"»'),
      get(`${OAUTH}/tenant1`, '«"https://as.example"»'),
      get('/tenant1/.well-known/openid-configuration', '«"https://as.example/{tenant}"»'),
    ],
    good: [
      get(OAUTH, '"https://as.example"'),
      get(OAUTH, '"https://as.example/"'),
      get(`${OAUTH}/tenant1`, '"https://as.example/tenant1"'),
      get('/tenant1/.well-known/openid-configuration', '"https://as.example/tenant1"'),
      get(OAUTH, '"https://public.example"').replace('\n\n', '\nX-Forwarded-Host: public.example\n\n'),
      { text: get(OAUTH, '"http://as.example"'), circumstances: { transport: 'http' } },
    ],
  },
  check(view) {
    const call = callOf(view)
    if (call?.endpoint !== 'metadata' || call.response?.message.line.code !== 200) return []
    const issuer = jsonOf(call.response)?.issuer
    const value = memberOf(call.response, 'issuer')
    // Behind a proxy, the host is not the one that the client knows.
    if (typeof issuer !== 'string' || !value || PROXIED.some((name) => linesOf(call.request, name).length > 0))
      return []
    const { host, path } = targetOf(call.request.message)
    if (host === '') return []
    const expected = `${view.circumstances.transport ?? 'https'}://${host}${path.replace(/\/\.well-known\/[^/]+/, '')}`
    if (bare(issuer) === bare(expected)) return []
    return [{ in: 'response', span: value.span, slots: { expected } }]
  },
}

const PROXIED = ['forwarded', 'x-forwarded-host']

/** A slash at the end goes before the well-known part comes in (RFC 8414 §3.1); the default port is the scheme's own. */
const bare = (issuer: string): string => issuer.replace(/^(https:\/\/[^/]*):443(?=\/|$)/, '$1').replace(/\/$/, '')

export default rule
