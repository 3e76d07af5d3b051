/** Some clients look at the first challenge only. */

import { challengesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §11.3',
  title: 'Few clients know `{scheme}`, and it comes first',
  why: 'Some clients stop at a scheme that they don’t know. Where `{known}` is offered anyway, put it first for their sake, unless you would rather have the stronger one on top.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: «Newauth» realm="apps", type=1, title="Login to \\"apps\\"", Basic realm="simple"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: «SCRAM-SHA-256» realm="p"\nProxy-Authenticate: Digest realm="p", nonce="b"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="simple", Newauth realm="apps", type=1\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP algs="ES256"\nWWW-Authenticate: Bearer realm="a"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Newauth realm="apps"\n\n',
    ],
  },
  check({ response }) {
    const [first, ...others] = challengesOf(response)
    if (!first || isKnown(first.scheme.text)) return []
    const known = others.find(({ scheme }) => isKnown(scheme.text))
    if (!known) return []
    return [{ in: 'response', span: first.scheme.span, slots: { scheme: first.scheme.text, known: known.scheme.text } }]
  },
}

/** What browsers and libraries come with. */
const isKnown = (scheme: string): boolean =>
  ['basic', 'bearer', 'digest', 'dpop', 'negotiate', 'ntlm'].includes(scheme.toLowerCase())

export default rule
