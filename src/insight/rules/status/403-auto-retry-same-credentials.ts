/** A 403 is an answer, not an invitation to try again. */

import type { Rule } from '../../rule.ts'
import { credentialsPlace, pauseAfter, repeatedBy } from '../repeats.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §15.5.4',
  title: 'The same credentials again, right after a 403',
  why: 'The server knew who was asking, and said no. A client should not repeat that by itself with the same credentials: it may ask its user, or use others.',
  examples: {
    bad: [
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:05.1Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: «Bearer b»\n\n',
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nX-API-Key: b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:06Z\nGET /a HTTP/1.1\nHost: a.example\nX-API-Key: «b»\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
    good: [
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:05.1Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer c\n\n',
      // A person tries again.
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:09Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      // The clock of a simulation stands still.
      'at 2026-03-01T10:00:05Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:05Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      'at 2026-03-01T10:00:05Z took 20 ms\nPUT /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\n\n===\nat 2026-03-01T10:00:05.1Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      // The server itself asks to come back.
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 403 Forbidden\nRetry-After: 1\n\n===\nat 2026-03-01T10:00:06Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
      'at 2026-03-01T10:00:05Z took 20 ms\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n---\nHTTP/1.1 503 Service Unavailable\n\n===\nat 2026-03-01T10:00:05.1Z\nGET /a HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\n\n',
    ],
  },
  check(view) {
    const refused = repeatedBy(view, 403).at(-1)
    const span = refused && credentialsPlace(view.request)
    if (!span) return []
    if (refused.response?.fields.some(({ name }) => name === 'retry-after')) return []
    const pause = pauseAfter(refused, view)
    if (pause === undefined) return [{ needs: 'now' }]
    // A clock that stands still belongs to a simulation; longer than a second, it may have been a person.
    return pause > 0 && pause <= 1000 ? [{ in: 'request', span }] : []
  },
}

export default rule
