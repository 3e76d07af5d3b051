/** Schemes are the same whatever their case: a server that tells them apart is wrong. */

import { shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { earlierOf } from '../repeats.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §11.1',
  title: '`{accepted}` gets in, `{refused}` doesn’t',
  why: 'The same credentials were taken under one spelling of the scheme and refused under the other. Schemes compare without case, so the server is wrong, and a client that writes them differently fails for no visible reason.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: bearer abc\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Bearer» abc\n\n---\nHTTP/1.1 200 OK\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 204 No Content\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «BASIC» YTpi\n\n---\nHTTP/1.1 400 Bad Request\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: bearer abc\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n---\nHTTP/1.1 200 OK\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: bearer abc\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abd\n\n---\nHTTP/1.1 200 OK\n\n',
      // What was wrong was something else.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: bearer abc\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const now = view.before.length > 0 ? seen(view) : undefined
    if (!now) return []
    const past = earlierOf(view).flatMap((each) => seen(each) ?? [])
    const others = past.filter(({ text, passed }) => text === now.text && passed !== now.passed)
    const [one, other] = [now.scheme.text, others.at(-1)?.scheme.text]
    if (other === undefined || one.toLowerCase() !== other.toLowerCase()) return []
    // The same spelling had another answer before: then it was something else that changed.
    if (others.some(({ scheme }) => scheme.text === one)) return []
    const [accepted, refused] = now.passed ? [one, other] : [other, one]
    return [{ in: 'request', span: now.scheme.span, slots: { accepted, refused } }]
  },
}

/** Credentials that are the same each time, and whether they were taken; undefined where the answer doesn't tell. */
function seen({ request, response }: Past) {
  const code = response?.message.line.code ?? 0
  const passed = code >= 200 && code < 300
  const [shown] = shownIn(request)
  if (shown?.credentials.payload.kind !== 'token68' || !(passed || [400, 401, 403].includes(code))) {
    return undefined
  }
  return { scheme: shown.credentials.scheme, text: shown.credentials.payload.token68.text, passed }
}

export default rule
