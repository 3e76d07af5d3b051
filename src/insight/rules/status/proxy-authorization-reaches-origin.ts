/** Credentials for the proxy end at the proxy. */

import type { HttpRequest } from '../../../protocol/http/message.ts'
import { linesOf } from '../../reading.ts'
import type { Reading, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §11.7.2',
  title: 'The proxy’s credentials reach the server',
  why: '`Proxy-Authorization` is meant for the first proxy that asked for it. Passed on, it tells a stranger’s server the password of the proxy, so a proxy takes it out, unless the next one is a proxy that works with it.',
  examples: {
    bad: ['GET / HTTP/1.1\nHost: a.example\nVia: 1.1 proxy.example\n«Proxy-Authorization»: Basic YTpi\n\n'],
    good: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\n\n',
      // One proxy passes it on to the next.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nVia: 1.1 proxy.example\nProxy-Authorization: Basic YTpi\n\n',
      'CONNECT a.example:443 HTTP/1.1\nHost: a.example:443\nVia: 1.1 proxy.example\nProxy-Authorization: Basic YTpi\n\n',
      'GET / HTTP/1.1\nHost: a.example\nVia: 1.1 proxy.example\nAuthorization: Basic YTpi\n\n',
    ],
  },
  check({ request, response, upstream }) {
    const lines = linesOf(request, 'proxy-authorization')
    if (!request || lines.length === 0 || response?.message.line.code === 407) return []
    const here = isForOrigin(request) && linesOf(request, 'via').length > 0
    const next = upstream?.request
    const found = here ? lines : lines.filter(({ field }) => next && isForOrigin(next) && has(next, field.value.text))
    if (found.length === 0 && !upstream) return [{ needs: 'upstream' }]
    return found.map(({ field }) => ({ in: 'request', span: field.name.span }))
  },
}

/** In origin-form: requests to a proxy name the whole URL, or are `CONNECT` (RFC 9112 §3.2). */
const isForOrigin = ({ message: { line } }: Reading<HttpRequest>): boolean =>
  line.target.text.startsWith('/') && line.version.text.startsWith('HTTP/1')

const has = (request: Reading<HttpRequest>, value: string): boolean =>
  linesOf(request, 'proxy-authorization').some(({ field }) => field.value.text === value)

export default rule
