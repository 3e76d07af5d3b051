/** A stored response would hand out an old nonce again. */

import { lineEndOf } from '../../../protocol/http/line.ts'
import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9449 §8.2',
  title: 'A cache may keep this nonce',
  why: 'A response with `DPoP-Nonce` should not be stored, or the next client that gets it from a cache gets an old nonce, too. Send `Cache-Control: no-store`.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP a\n\n---\nHTTP/1.1 200 OK\n«DPoP-Nonce»: b\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP a\n\n---\nHTTP/1.1 200 OK\nCache-Control: private, max-age=60\n«DPoP-Nonce»: b\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: DPoP a\n\n---\nHTTP/1.1 200 OK\nCache-Control: No-Store\nDPoP-Nonce: b\n\n',
      // No cache keeps a 401 of itself, or the answer to a POST.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nDPoP-Nonce: b\n\n',
      'POST /token HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nDPoP-Nonce: b\n\n',
      // Every request has another proof, so none fits what was stored.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nVary: Origin, DPoP\nDPoP-Nonce: b\n\n',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    const [nonce] = linesOf(response, 'dpop-nonce')
    if (!response || !nonce || !STORED.includes(response.message.line.code)) return []
    if (!request) return [{ needs: 'request' }]
    if (!['GET', 'HEAD'].includes(request.message.line.method.text)) return []
    const said = (name: string) => linesOf(response, name).map(({ field }) => field.value.text.toLowerCase())
    const control = said('cache-control')
    if (/\bno-store\b|\bno-cache\b|\bmax-age="?0\b/.test(control.join())) return []
    if (/\*|\bdpop\b/.test(said('vary').join())) return []
    if (excerpt) return [{ needs: 'whole' }]
    const { source, line } = response.message
    const { end } = line.span
    const insert = `${lineEndOf(source)}Cache-Control: no-store`
    const fix = control.length === 0 ? { span: { start: end, end }, insert } : undefined
    return [{ in: 'response', span: nonce.field.name.span, fix }]
  },
}

/** Statuses whose responses may be stored without a word about it (RFC 9110 §15.1). */
const STORED = [200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501]

export default rule
