/** A proxy that wants credentials says which. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §15.5.8',
  title: 'A 407 needs a challenge of the proxy',
  why: 'With a 407 the proxy asks who you are, and `Proxy-Authenticate` says how to answer. Without a challenge in it no client gets through.',
  examples: {
    bad: [
      'HTTP/1.1 «407» Proxy Authentication Required\nContent-Length: 0\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\n«Proxy-Authenticate»: ,\n\n',
    ],
    good: [
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate:\nProxy-Authenticate: Basic realm="p"\n\n',
      // The wrong field of the pair has a rule of its own.
      'HTTP/1.1 407 Proxy Authentication Required\nWWW-Authenticate: Basic realm="p"\n\n',
      'HTTP/1.1 403 Forbidden\n\n',
      {
        text: 'HTTP/1.1 407 Proxy Authentication Required\nVia: 1.1 p\n\n',
        circumstances: { excerpt: true },
      },
    ],
  },
  check({ response, circumstances: { excerpt } }) {
    if (response?.message.line.code !== 407) return []
    const lines = linesOf(response, 'proxy-authenticate')
    if (lines.some(({ field }) => /[^,\s]/.test(field.value.text))) return []
    const [first] = lines
    if (first) return [{ in: 'response', span: first.field.name.span }]
    if (linesOf(response, 'www-authenticate').length > 0) return []
    return excerpt ? [{ needs: 'whole' }] : [{ in: 'response', span: response.message.line.status.span }]
  },
}

export default rule
