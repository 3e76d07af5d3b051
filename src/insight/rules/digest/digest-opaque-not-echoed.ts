/** What a server sends as `opaque` it wants back as it is. */

import { param } from '../../../protocol/auth/challenge.ts'
import { quote } from '../../../protocol/http/grammar.ts'
import type { Rule } from '../../rule.ts'
import { algorithmOf, appended, comparing, textOf } from '../digests.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7616 §3.3',
  title: '`opaque` didn’t come back as it was sent',
  why: 'It holds what the server wants to remember of its challenge, and clients return it without looking into it. A server that misses it, or finds another one, refuses the answer.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", opaque="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="a", nonce="b"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", algorithm=SHA-256, opaque="c", Digest realm="a", nonce="b", opaque="d"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", opaque=«"c"»\n\n',
      // The challenge that nextnonce goes on from.
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", opaque="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", opaque="c"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="d"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Digest» username="a", realm="a", nonce="d"\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", opaque="c\\"d"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", opaque="c\\"d"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", opaque="c"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b", opaque="c"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="d"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="d", opaque="c"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", opaque=""\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="b"\n\n',
    ],
  },
  check: comparing((credentials, offers) => {
    const taken = offers.find((offer) => algorithmOf(offer) === algorithmOf(credentials)) ?? offers[0]
    const sent = textOf(taken, 'opaque') ?? ''
    const back = param(credentials, 'opaque')
    if (sent === '' || back?.value === sent) return []
    if (back) return [{ in: 'request', span: back.raw.span, fix: { span: back.raw.span, insert: quote(sent) } }]
    return [{ in: 'request', span: credentials.scheme.span, fix: appended(credentials, `opaque=${quote(sent)}`) }]
  }),
}

export default rule
