/** `echo user:pass | base64`: the line end is encoded along. */

import type { Diagnosis } from '../diagnosis.ts'
import { userPassesIn } from '../rules/user-passes.ts'

const diagnosis: Diagnosis = {
  title: 'A line end was encoded along with the password',
  what: 'The decoded credentials end in a line feed, so the server compares the password with one that is a character longer. That is what `echo user:pass | base64` does.',
  client:
    'Encode without the line end: `printf %s user:pass | base64`, or let the client do it, as `curl -u user:pass` does.',
  server: 'Refuse control characters in credentials with a clear message, for they can never be right (RFC 7617 §2).',
  scenario: '05-first-login',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YTpiCg==»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YTpiDQo=»\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n'],
  },
  recognise(view) {
    const evidence = userPassesIn(view).flatMap(({ token: { span }, octets }) =>
      octets.at(-1) === 0x0a ? [{ in: 'request', span } as const] : [],
    )
    return evidence.length > 0 ? { likelihood: 3, evidence } : undefined
  },
}

export default diagnosis
