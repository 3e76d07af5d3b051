/** A request names its host twice where its target is a whole URL, and means one. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { parsed } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9112 §3.2',
  title: 'Host says {host}, the target {target}',
  why: 'Where the target names a host, `Host` must say the same. Credentials are meant for one origin: if two servers on the way believe different fields, a password or a cached answer goes to the wrong one.',
  examples: {
    bad: [
      'GET http://www.a.example/ HTTP/1.1\nHost: «a.example»\n\n',
      'CONNECT a.example:443 HTTP/1.1\nHost: «b.example:443»\n\n',
      'GET http://a.example:8080/ HTTP/1.1\nHost: «a.example»\n\n',
    ],
    good: [
      'GET http://A.example:80/ HTTP/1.1\nHost: a.example\n\n',
      'GET http://me@a.example/ HTTP/1.1\nHost: a.example\n\n',
      // Without the port, as old clients write it.
      'CONNECT a.example:443 HTTP/1.1\nHost: a.example\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nHost: b.example\n\n',
    ],
  },
  check({ request }) {
    if (!request) return []
    const { method, target } = request.message.line
    const tunnel = method.text === 'CONNECT'
    if (!tunnel && !/^https?:/i.test(target.text)) return []
    const [host, second] = linesOf(request, 'host')
    const meant = parsed(tunnel ? `http://${target.text}` : target.text)
    const said = host && parsed(`${meant?.protocol}//${host.field.value.text}`)
    if (!host || second || !meant || !said || said.username || meant.host === said.host) return []
    if (tunnel && said.port === '' && said.hostname === meant.hostname) return []
    const { text, span } = host.field.value
    const right = tunnel ? target.text : meant.host
    return [{ in: 'request', span, slots: { host: text, target: right }, fix: { span, insert: right } }]
  },
}

export default rule
