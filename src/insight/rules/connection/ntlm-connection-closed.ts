/** The challenge of NTLM is good on the connection that it came on. */

import type { AuthElement } from '../../../protocol/auth/challenge.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Reading, Rule } from '../../rule.ts'
import { isBound, ntlmTypeOf } from '../bound-schemes.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9110 §16.4.2',
  title: 'The connection closes in the middle of NTLM',
  why: 'The server remembers its challenge for this connection only, so message 3 has to come on the same one. With `close` the client has to open another, where it begins anew, and never gets in.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nConnection: «close»\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\n\n',
      'GET / HTTP/1.1\nHost: a.example\nConnection: x, «Close»\nAuthorization: Negotiate TlRMTVNTUAABAAAA\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Connection: «close»\nProxy-Authenticate: Negotiate TlRMTVNTUAACAAAA\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nConnection: keep-alive\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\n\n',
      // Nothing is under way yet: proxies close here.
      'HTTP/1.1 407 Proxy Authentication Required\nConnection: close\nProxy-Authenticate: NTLM\n\n',
      'GET / HTTP/1.1\nHost: a.example\nConnection: close\nAuthorization: NTLM TlRMTVNTUAADAAAA\n\n---\nHTTP/1.1 200 OK\nConnection: close\n\n',
      'HTTP/1.1 401 Unauthorized\nConnection: closed, x-close\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAA\n\n',
    ],
  },
  check: ({ request, response }) => [
    ...(shownIn(request).some(({ credentials }) => isMessage(credentials, 1)) ? closesIn(request, 'request') : []),
    ...(challengesOf(response).some((challenge) => isMessage(challenge, 2)) ? closesIn(response, 'response') : []),
  ],
}

const isMessage = (element: AuthElement, type: number): boolean => isBound(element) && ntlmTypeOf(element) === type

const closesIn = (reading: Reading | undefined, side: Found['in']): readonly Found[] =>
  ['connection', 'proxy-connection'].flatMap((name) => {
    const close = memberNamed(membersOf(reading, name), 'close')
    return close ? [{ in: side, span: close.span, fix: { span: close.span, insert: 'keep-alive' } }] : []
  })

export default rule
