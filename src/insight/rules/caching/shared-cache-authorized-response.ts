/** What a cache got for one person’s credentials is not for the next who asks. */

import { firstValue } from '../../reading.ts'
import type { Past, Rule, View } from '../../rule.ts'
import { cacheHit, directive, directivesOf } from '../cache-control.ts'
import { earlierHere } from '../earlier.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9111 §3.5',
  title: 'A cache reused an answer to `Authorization`',
  why: 'The response was made for a request with credentials, and a shared cache gave it out again. It may do so only where the server allowed it with `public`, `must-revalidate` or `s-maxage`.',
  examples: {
    bad: [
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nCache-Control: max-age=600\n\n{"name":"a"}\n===\nGET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic Yzpk\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nCache-Control: max-age=600\nAge: «12»\n\n{"name":"a"}\n',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\n\n{"name":"a"}\n===\nGET /me HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nCache-Status: «ExampleCache; hit; ttl=30»\n\n{"name":"a"}\n',
    ],
    good: [
      // Allowed.
      'GET /news HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nCache-Control: s-maxage=600\n\nnews\n===\nGET /news HTTP/1.1\nHost: a.example\nAuthorization: Basic Yzpk\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nCache-Control: s-maxage=600\nAge: 12\n\nnews\n',
      // What the cache had was got without credentials.
      'GET /news HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\n\nnews\n===\nGET /news HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\nAge: 12\n\nnews\n',
      // Made anew.
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:47 GMT\n\n{"name":"a"}\n===\nGET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic Yzpk\n\n---\nHTTP/1.1 200 OK\nDate: Tue, 02 Jul 2024 12:18:59 GMT\nAge: 0\n\n{"name":"c"}\n',
    ],
  },
  check(view) {
    const { response, before } = view
    const hit = cacheHit(response)
    if (!hit || PERMITS.some((name) => directive(directivesOf(response), name))) return []
    if (before.length === 0 && view.request?.fields.some(({ name }) => name === 'authorization'))
      return [{ needs: 'before' }]
    // The first that got it, as it stands in the cache since then.
    const first = earlierHere(view).find((past) => isSame(past, view))
    if (!first?.request?.fields.some(({ name }) => name === 'authorization')) return []
    return [{ in: 'response', span: hit.span }]
  },
}

const PERMITS = ['public', 'must-revalidate', 's-maxage']

/** The same response from the same address: a cache passes the server’s `Date` on (RFC 9111 §5.1). */
function isSame(past: Past, { request, response }: View): boolean {
  if (!past.request || !past.response || !request || !response) return false
  const date = firstValue(response, 'date')?.text
  return (
    past.request.message.line.target.text === request.message.line.target.text &&
    past.response.message.line.code === response.message.line.code &&
    date !== undefined &&
    firstValue(past.response, 'date')?.text === date &&
    past.response.message.body.text === response.message.body.text
  )
}

export default rule
