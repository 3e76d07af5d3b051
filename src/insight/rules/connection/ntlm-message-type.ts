/** NTLM has three messages: the client sends the first and the last, the server the one in between. */

import type { AuthElement } from '../../../protocol/auth/challenge.ts'
import { isToken68 } from '../../../protocol/http/grammar.ts'
import { challengesOf, shownIn } from '../../reading.ts'
import type { Found, Rule } from '../../rule.ts'
import { isBound, ntlmTypeOf } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'MS-NLMP §801a4681-8809-4be9-ab0d-61dcfe762786',
  title: 'No NTLM message of this kind belongs here: {type}',
  why: 'In Base64 stands `NTLMSSP`, a zero, and the number of the message: clients send 1 and then 3, servers answer the first with 2. Here the number is {type}.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM «TlRMTVNTUAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM «TlRMTVNTUAADAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=»\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate «TlRMTVNTUAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM «YTpi»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM TlRMTVNTUAABAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM TlRMTVNTUAACAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate TlRMTVNTUAADAAAA\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n',
    ],
  },
  check: ({ request, response }) => [
    ...shownIn(request).flatMap(({ credentials }) => wrongIn(credentials, 'request')),
    ...challengesOf(response).flatMap((challenge) => wrongIn(challenge, 'response')),
  ],
}

function wrongIn(element: AuthElement, side: Found['in']): readonly Found[] {
  const { payload, scheme } = element
  if (payload.kind !== 'token68' || !isBound(element) || !isToken68(payload.token68.text)) return []
  const type = ntlmTypeOf(element)
  // In Negotiate something else may stand as well.
  if (type === undefined && /^negotiate$/i.test(scheme.text)) return []
  const right = side === 'request' ? [1, 3] : [2]
  if (type !== undefined && right.includes(type)) return []
  return [{ in: side, span: payload.token68.span, slots: { type: type === undefined ? '?' : String(type) } }]
}

export default rule
