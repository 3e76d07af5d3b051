/** A request begins with its method, its target and its version. */

import type { Rule } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §3',
  title: 'This is no request line',
  why: 'A request begins `GET /path HTTP/1.1`: method, target, version, one space between each. A server answers 400 before it looks at any credentials.',
  examples: {
    bad: [
      '«GET»\nHost: a.example\n\n',
      'GET /a« »b HTTP/1.1\nHost: a.example\n\n',
      'GET / «HTTP/one»\nHost: a.example\n\n',
    ],
    good: ['GET / HTTP/1.1\nHost: a.example\n\n', 'GET / HTTP/2\nHost: a.example\n\n', '401 Unauthorized\n\n'],
  },
  check({ request }) {
    if (!request) return []
    const { method, version, span } = request.message.line
    // Those are told about elsewhere: a status line without its version, and the way tools write HTTP/2 down.
    if (/^(?:[1-5][0-9]{2}|HTTP)$/i.test(method.text) || /^HTTP\/[23]$/.test(version.text)) return []
    const [fault] = faultsOf({ request }, [
      'start-line-missing',
      'method-not-token',
      'target-missing',
      'target-has-whitespace',
      'version-invalid',
    ])
    if (!fault) return []
    const whole = fault.code === 'target-missing' || version.text === ''
    return [{ in: 'request', span: whole ? { start: span.start, end: span.end } : fault.span }]
  },
}

export default rule
