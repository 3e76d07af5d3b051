/** Content without a name for its format makes the recipient guess. */

import { linesOf, sidesOf } from '../../reading.ts'
import type { Found, Lack, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §8.3',
  title: 'What kind of content is this?',
  why: 'A message with content should name its media type in `Content-Type`. Without it the recipient guesses, and a client may not find the error that the body tells about.',
  examples: {
    bad: [
      'HTTP/1.1 «401» Unauthorized\n\n{"error":"invalid_token"}',
      '«POST» /token HTTP/1.1\nHost: a.example\n\ngrant_type=client_credentials',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{"error":"invalid_token"}',
      'HTTP/1.1 401 Unauthorized\nContent-Length: 0\n\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check: (view) =>
    sidesOf(view).flatMap(({ in: side, reading }): readonly (Found | Lack)[] => {
      const { message } = reading
      if (message.body.text.trim() === '' || linesOf(reading, 'content-type').length > 0) return []
      if (view.circumstances.excerpt) return [{ needs: 'whole' }]
      const { span } = message.kind === 'request' ? message.line.method : message.line.status
      return span.start < span.end ? [{ in: side, span }] : []
    }),
}

export default rule
