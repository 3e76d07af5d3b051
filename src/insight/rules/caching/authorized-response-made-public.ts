/** `public` and `s-maxage` lift the protection that an answer to `Authorization` has in shared caches. */

import { linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { mediaTypeOf } from '../bodies.ts'
import { directivesOf, invitation } from '../cache-control.ts'
import { earlierHere } from '../earlier.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9111 §3.5',
  title: '`{directive}` gives this answer to everybody',
  why: 'Shared caches leave answers to `Authorization` alone, until `public` or `s-maxage` allows them: then the next one gets this answer, whoever it is. Write `private`, unless it is the same for all.',
  examples: {
    bad: [
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: «public», max-age=600\nContent-Type: application/json\n\n{"name":"a"}',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nCache-Control: max-age=0, «s-maxage="600"»\nContent-Type: text/html\n\nHello',
    ],
    good: [
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: private, max-age=600\n\n{}',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, no-cache\n\n{}',
      'GET /me HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\nVary: Accept, authorization\n\n{}',
      'GET /app.css HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\nContent-Type: text/css\n\nbody {}',
      // Everybody gets it anyway.
      'GET /news HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\n\n{}\n===\nGET /news HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\n\n{}',
      'GET /news HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\n\n{}',
      'GET /.well-known/jwks.json HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\n\n{}',
      'POST /me HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=600\n\n{}',
    ],
  },
  check(view) {
    const { request, response } = view
    if (response?.message.line.code !== 200 || linesOf(request, 'authorization').length === 0) return []
    if (request?.message.line.method.text !== 'GET' || isStatic(mediaTypeOf(response))) return []
    const found = invitation(directivesOf(response))
    const vary = membersOf(response, 'vary')
    if (!found || memberNamed(vary, 'authorization') || memberNamed(vary, '*') || isForAll(view)) return []
    return [{ in: 'response', span: found.span, slots: { directive: found.name } }]
  },
}

/** What a site is made of is the same for all. */
const isStatic = (mediaType: string): boolean =>
  /^(?:image|font|video|audio)\/|^text\/(?:css|javascript)$|^application\/(?:javascript|wasm)$/.test(mediaType)

/** Metadata, and what was to be had without credentials before. */
function isForAll(view: View): boolean {
  const target = view.request?.message.line.target.text ?? ''
  return (
    target.startsWith('/.well-known/') ||
    earlierHere(view).some(
      (past) =>
        past.request?.message.line.target.text === target &&
        past.response?.message.line.code === 200 &&
        linesOf(past.request, 'authorization').length === 0,
    )
  )
}

export default rule
