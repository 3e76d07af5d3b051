/** The same answer to the same question, over and over. */

import { shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { repeatedBy } from '../repeats.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 9110 §15.5.2',
  title: 'Refused {times} times, and sent again',
  why: 'The challenge is the same, and so are the credentials: the answer won’t change. A client should show what the 401 says, so that somebody can do something about it.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: «Basic YTpi»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
    ],
    good: [
      // Once may be a slip.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      // The password was typed anew.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpj\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n',
      // Each time another question: a handshake that begins anew.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM TlRM\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM AAA=\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM TlRM\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM BBB=\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: NTLM TlRM\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: NTLM CCC=\n\n',
      // The server let it in at last.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check(view) {
    const { request, response, before } = view
    const [shown] = shownIn(request)
    if (!shown || response?.message.line.code !== 401 || before.length < 2) return []
    const asked = challengeIn(view)
    const refused = repeatedBy(view, 401).filter((each) => challengeIn(each) === asked)
    if (refused.length < 2) return []
    return [{ in: 'request', span: shown.field.value.span, slots: { times: String(refused.length) } }]
  },
}

const challengeIn = ({ response }: Past): string =>
  response?.fields
    .filter(({ name }) => name === 'www-authenticate')
    .map(({ field }) => field.value.text)
    .join() ?? ''

export default rule
