/** A URL with a token in it must not be kept. */

import type { HttpMessage } from '../../../protocol/http/message.ts'
import { firstValue, linesOf } from '../../reading.ts'
import type { Fix, Found, Lack, Reading, Rule } from '../../rule.ts'
import { cannotSetFields, tokensInQuery } from '../bearer-tokens.ts'
import { lineAdded } from '../lines.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 6750 §2.3',
  title: 'A token in the URL, and no `{directive}`',
  why: 'Caches keep answers by their URL, here with the token in it, and treat them as public: they don’t see that it is a credential. So the request should say `Cache-Control: no-store`, and the answer to it `Cache-Control: private`.',
  examples: {
    bad: [
      'GET /resource?«access_token»=mF_9.B5f-4.1JqM HTTP/1.1\nHost: server.example.com\n\n---\nHTTP/1.1 «200» OK\nCache-Control: max-age=60\n\n',
    ],
    good: [
      'GET /resource?access_token=mF_9.B5f-4.1JqM HTTP/1.1\nHost: server.example.com\nCache-Control: no-store\n\n---\nHTTP/1.1 200 OK\nCache-Control: Private, max-age=60\n\n',
      'GET /resource?access_token=mF_9.B5f-4.1JqM HTTP/1.1\nHost: server.example.com\nCache-Control: no-cache, no-store\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer error="invalid_token"\n\n',
      // Stricter than asked for.
      'GET /?access_token=b HTTP/1.1\nHost: a.example\nCache-Control: no-store\n\n---\nHTTP/1.1 200 OK\nCache-Control: no-store\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 200 OK\n\n',
      'GET /hub?access_token=b HTTP/1.1\nHost: a.example\nUpgrade: websocket\n\n',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    const [token] = tokensInQuery(request)
    if (!request || !token || cannotSetFields(request)) return []
    const code = response?.message.line.code ?? 0
    const found: (Found | Lack)[] = []
    if (!says(request, ['no-store'])) {
      const { start } = token.pair.span
      const span = { start, end: start + 'access_token'.length }
      found.push({ in: 'request', span, slots: { directive: 'no-store' }, fix: added(request, 'no-store') })
    }
    if (response && code >= 200 && code < 300 && !says(response, ['private', 'no-store'])) {
      const { span } = response.message.line.status
      found.push({ in: 'response', span, slots: { directive: 'private' }, fix: added(response, 'private') })
    }
    return excerpt && found.length > 0 ? [{ needs: 'whole' }] : found
  },
}

const says = (message: Reading, directives: readonly string[]): boolean =>
  linesOf(message, 'cache-control').some(({ field }) =>
    field.value.text.split(',').some((each) => directives.includes(each.trim().toLowerCase())),
  )

/** In a line of its own, or at the end of the one that is there. */
function added(message: Reading<HttpMessage>, directive: string): Fix {
  const value = firstValue(message, 'cache-control')
  if (!value?.text) return lineAdded(message.message, `Cache-Control: ${directive}`)
  return { span: { start: value.span.end, end: value.span.end }, insert: `, ${directive}` }
}

export default rule
