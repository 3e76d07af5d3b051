/** Who holds a certificate shows that in the TLS handshake; a field that says so is only good from one’s own proxy. */

import { linesOf } from '../../reading.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9440 §2.4',
  title: '`{field}` from the wrong hand',
  why: 'Only the proxy that ended TLS may write `{field}`, and only into the request to the server behind it. It removes what a client sends under that name, else anybody can claim to hold any certificate.',
  examples: {
    bad: [
      {
        text: 'GET /account HTTP/1.1\nHost: a.example\n«Client-Cert»: :MIIBqDCCAU6g:\n«Client-Cert-Chain»: :MIIB5jCCAYug:\n\n',
        circumstances: { script: true },
      },
      'HTTP/1.1 200 OK\n«Client-Cert»: :MIIBqDCCAU6g:\n\n',
    ],
    good: [
      // From the proxy, for all that is known.
      'GET /account HTTP/1.1\nHost: backend.example\nClient-Cert: :MIIBqDCCAU6g:\n\n---\nHTTP/1.1 200 OK\nVary: Client-Cert\n\n',
      // Refused.
      {
        text: 'GET /account HTTP/1.1\nHost: a.example\nClient-Cert: :MIIBqDCCAU6g:\n\n---\nHTTP/1.1 400 Bad Request\n\n',
        circumstances: { script: true },
      },
      'GET /account HTTP/1.1\nHost: a.example\nClient-Certificate: a\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const { request, response } = view
    const answered = FIELDS.flatMap((name) => linesOf(response, name)).map(({ field: { name } }): Found => {
      return { in: 'response', span: name.span, slots: { field: name.text } }
    })
    const shown = FIELDS.flatMap((name) => linesOf(request, name))
    if (shown.length === 0 || response?.message.line.code === 400) return answered
    return [...answered, ...shown.flatMap((line) => judged(line, view))]
  },
}

const FIELDS = ['client-cert', 'client-cert-chain']

/** A client’s own where script wrote it, or where the next hop gets the very same from the proxy. */
function judged(
  line: ReturnType<typeof linesOf>[number],
  { upstream, circumstances }: View,
): readonly (Found | Lack)[] {
  const { name, value } = line.field
  const passed = linesOf(upstream?.request, line.name).some(({ field }) => field.value.text === value.text)
  if (circumstances.script || passed) return [{ in: 'request', span: name.span, slots: { field: name.text } }]
  return upstream ? [] : [{ needs: 'upstream' }]
}

export default rule
