/** Caches know `Authorization`; of a key in another field, or a cookie, they know nothing. */

import type { Rule, View } from '../../rule.ts'
import { directive, directivesOf, mayBeShared, noStore } from '../cache-control.ts'
import { isKeyField } from '../key-fields.ts'
import { memberNamed, membersOf } from '../lists.ts'
import { cookiesOf, isSession } from '../set-cookies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §16.4.2',
  title: 'A cache may give this answer to others',
  why: 'Shared caches protect answers to `Authorization`, and nothing else: for `{field}` the server must say so itself. Send `Cache-Control: no-store`, or `private` at least.',
  examples: {
    bad: [
      'GET /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 «200» OK\nContent-Type: application/json\n\n{}',
      'GET /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\nCache-Control: «max-age=60»\n\n{}',
      {
        text: 'GET /account HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: «max-age=60»\n\n{}',
        circumstances: { takes: ['Cookie'] },
      },
    ],
    good: [
      'GET /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\nCache-Control: private, max-age=60\n\n{}',
      'GET /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\nCache-Control: max-age=60\nVary: X-API-Key\n\n{}',
      // The server wants it so.
      'GET /weather HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\nCache-Control: public, max-age=60\n\n{}',
      'GET /data HTTP/1.1\nHost: a.example\nAuthorization: Bearer a1b2\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\n\n{}',
      'POST /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 200 OK\n\n{}',
      'GET /data HTTP/1.1\nHost: a.example\nX-API-Key: 123\n\n---\nHTTP/1.1 403 Forbidden\n\n{}',
      // Nobody knows whether this page is only for whom the cookie names.
      'GET /logo.png HTTP/1.1\nHost: a.example\nCookie: sid=a1b2\n\n---\nHTTP/1.1 200 OK\nCache-Control: max-age=600\n\n',
    ],
  },
  check(view) {
    const { request, response, circumstances } = view
    if (response?.message.line.code !== 200 || !request) return []
    const field = fieldOf(view)
    if (!field || request.fields.some(({ name }) => name === 'authorization')) return []
    const all = directivesOf(response)
    if (directive(all, 'public') || !mayBeShared(response, request.message.line.method.text)) return []
    const vary = membersOf(response, 'vary')
    if (memberNamed(vary, '*') || memberNamed(vary, field.toLowerCase())) return []
    const place = directive(all, 's-maxage') ?? directive(all, 'max-age')
    if (!place && circumstances.excerpt) return [{ needs: 'whole' }]
    const span = place?.span ?? response.message.line.status.span
    return [{ in: 'response', span, slots: { field }, fix: noStore(response) }]
  },
}

/** The field with the key; a cookie only where the resource is known to take it. */
function fieldOf({ request, circumstances: { takes = [] } }: View): string | undefined {
  const key = request?.fields.find(({ name }) => isKeyField(name))
  if (key) return key.field.name.text
  const taken = takes.some((each) => each.toLowerCase() === 'cookie')
  return taken && cookiesOf(request).some(({ name }) => isSession(name)) ? 'Cookie' : undefined
}

export default rule
