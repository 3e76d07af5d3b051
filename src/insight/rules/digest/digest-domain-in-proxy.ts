/** What a proxy protects is always the whole proxy. */

import { param } from '../../../protocol/auth/challenge.ts'
import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { without } from '../digests.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 7616 §3.3',
  title: '`domain` means nothing for a proxy',
  why: 'It lists the addresses that one password opens. A proxy asks for its whole self, so clients ignore `domain` in `Proxy-Authenticate`.',
  examples: {
    bad: [
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="a", «domain="/files"», nonce="b"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest «domain="/"», realm="a", nonce="b"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", domain="/files", nonce="b"\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="a", nonce="b", Other domain="a"\n\n',
    ],
  },
  check: ({ response }) =>
    linesOf(response, 'proxy-authenticate').flatMap(({ challenges }) =>
      challenges.flatMap((challenge) => {
        const domain = /^digest$/i.test(challenge.scheme.text) ? param(challenge, 'domain') : undefined
        return domain ? [{ in: 'response', span: domain.span, fix: without(challenge, domain) }] : []
      }),
    ),
}

export default rule
