/** A body whose end nobody announced ends with the connection. */

import { octetsOf } from '../../../protocol/text/octets.ts'
import type { Rule } from '../../rule.ts'
import { lineAdded } from '../lines.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9112 §6.3',
  title: 'Nothing says where this body ends',
  why: 'Without `Content-Length` or `Transfer-Encoding` the body goes on until the server closes the connection, and one that was cut off looks complete. The next request needs a new connection: NTLM and Negotiate, which log in a connection, begin anew.',
  examples: {
    bad: [
      'HTTP/1.1 «200» OK\nContent-Type: text/plain\n\nhello',
      'HTTP/1.1 «401» Unauthorized\nWWW-Authenticate: NTLM\n\nä',
    ],
    good: [
      'HTTP/1.1 200 OK\nContent-Length: 5\n\nhello',
      'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\r\n\r\n',
      // It says so itself.
      'HTTP/1.1 200 OK\nConnection: close\n\nhello',
      // There the frames say it.
      'HTTP/2 200\n\nhello',
      'HTTP/1.1 204 No Content\n\n',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    if (!response || request?.message.line.method.text === 'HEAD') return []
    const { line, body } = response.message
    if (line.version.text !== 'HTTP/1.1' || body.text.trim() === '' || Number.isNaN(line.code)) return []
    if (line.code < 200 || line.code === 204 || line.code === 304) return []
    if (response.fields.some(({ name, field }) => FRAMES.includes(name) || isClose(name, field.value.text))) return []
    if (excerpt) return [{ needs: 'whole' }]
    const fix = lineAdded(response.message, `Content-Length: ${octetsOf(body.text).length}`)
    return [{ in: 'response', span: line.status.span, fix }]
  },
}

const FRAMES = ['content-length', 'transfer-encoding']

const isClose = (name: string, value: string): boolean => name === 'connection' && /\bclose\b/i.test(value)

export default rule
