/** A 404 that hides something must not be served any longer when the right person asks. */

import { firstValue, linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { mayBeShared, noStore } from '../cache-control.ts'
import { earlierHere } from '../earlier.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §15.5.5',
  title: 'This 404 may outlive the login',
  why: 'The resource is there, and 404 hides it from some. Caches may keep a 404 and give it to those who may see the resource as well: send `Cache-Control: no-store`, and with every other 404 here too, so that nobody can tell them apart.',
  examples: {
    bad: [
      {
        text: 'GET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 «404» Not Found\n\n',
        circumstances: { takes: ['Authorization'] },
      },
      'GET /secret HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /secret HTTP/1.1\nHost: a.example\nAuthorization: Basic Yzpk\n\n---\nHTTP/1.1 «404» Not Found\nCache-Control: max-age=60\n\n',
    ],
    good: [
      {
        text: 'GET /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\nCache-Control: no-store\n\n',
        circumstances: { takes: ['Authorization'] },
      },
      'GET /nothing HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n\n',
      // Deleted since then.
      'GET /letter HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nDELETE /letter HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 204 No Content\n\n===\nGET /letter HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n\n',
      {
        text: 'POST /secret HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 404 Not Found\n\n',
        circumstances: { takes: ['Authorization'] },
      },
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    if (response?.message.line.code !== 404 || !request || !hides(view)) return []
    const method = request.message.line.method.text
    if ((method !== 'GET' && method !== 'HEAD') || !mayBeShared(response, method)) return []
    if (circumstances.excerpt && linesOf(response, 'cache-control').length === 0) return [{ needs: 'whole' }]
    return [{ in: 'response', span: response.message.line.status.span, fix: noStore(response) }]
  },
}

/** The server told that it takes credentials there, or somebody else’s were good for it. */
function hides(view: View): boolean {
  if (view.circumstances.takes?.length) return true
  const target = view.request?.message.line.target.text
  const own = firstValue(view.request, 'authorization')?.text
  const last = earlierHere(view)
    .filter(({ request }) => request?.message.line.target.text === target)
    .at(-1)
  const shown = firstValue(last?.request, 'authorization')?.text
  return last?.response?.message.line.code === 200 && shown !== undefined && shown !== own
}

export default rule
