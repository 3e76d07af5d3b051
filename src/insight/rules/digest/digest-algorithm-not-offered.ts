/** The algorithm of an answer is one of those that the server offered. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { Rule } from '../../rule.ts'
import { algorithmOf, comparing } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: 'Answered with {algorithm}, which was not on offer',
  why: 'The challenge offers {offered}, and an answer takes its `algorithm` from there; without the parameter it means MD5. A server that lets {algorithm} pass is open to a downgrade, so it should refuse it.',
  examples: {
    bad: [
      // As wget does.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="a", nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", Digest realm="a", nonce="b", algorithm=SHA-256\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", algorithm=«SHA-256-sess»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256, Digest realm="a", nonce="b"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", algorithm="md5"\n\n',
      // Another nonce: which challenge is answered here is not known.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="c", algorithm=MD5\n\n',
      'HTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n',
    ],
  },
  check: comparing((credentials, offers) => {
    const offered = offers.map(algorithmOf)
    const algorithm = algorithmOf(credentials)
    if (offered.includes(algorithm)) return []
    const slots = { algorithm: shown(algorithm), offered: [...new Set(offered)].map(shown).join(', ') }
    const { span } = param(credentials, 'algorithm')?.raw ?? credentials.scheme
    return [{ in: 'request', span, slots }]
  }),
}

const shown = (algorithm: string): string => algorithm.toUpperCase().replace(/-SESS$/, '-sess') || '""'

export default rule
