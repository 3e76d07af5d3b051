/** A response begins with its version, its status in three digits, and perhaps a reason. */

import type { Rule, View } from '../../rule.ts'
import { faultsOf } from '../from-fault.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §4',
  title: 'This is no status line',
  why: 'A response begins `HTTP/1.1 401 Unauthorized`: version, space, three digits, space, reason. Without the version it is not HTTP, however often it is quoted so.',
  examples: {
    bad: [
      '«401 Unauthorized»\nWWW-Authenticate: Basic realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\n«503 Service Unavailable»\n\n',
      '«HTTP/1.1 Unauthorized»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\n\n',
      'HTTP/1.1 401 \n\n',
      // HTTP/2 has no status line; this is how curl and others write its status down (RFC 9113 §8.3.2).
      'HTTP/2 401\n\n',
    ],
  },
  check(view) {
    const line = view.response ? brokenLine(view) : mistakenLine(view)
    if (!line) return []
    const { in: side, span, text } = line
    const fix = /^[1-5][0-9]{2}(?: |$)/.test(text) && {
      span: { start: span.start, end: span.start },
      insert: 'HTTP/1.1 ',
    }
    return [{ in: side, span, ...(fix && { fix }) }]
  },
}

function brokenLine({ response }: View) {
  const [fault] = faultsOf({ response }, ['start-line-missing', 'version-invalid', 'status-invalid'])
  if (!fault || !response || /^HTTP\/[23]$/.test(response.message.line.version.text)) return undefined
  const { start, end } = response.message.line.span
  return { in: 'response', span: { start, end }, text: fault.source.slice(start, end) } as const
}

/** A response without its version reads as a request whose method is a number. */
function mistakenLine({ request }: View) {
  if (!request || !/^(?:[1-5][0-9]{2}|HTTP)$/i.test(request.message.line.method.text)) return undefined
  const { start, end } = request.message.line.span
  return { in: 'request', span: { start, end }, text: request.message.source.slice(start, end) } as const
}

export default rule
