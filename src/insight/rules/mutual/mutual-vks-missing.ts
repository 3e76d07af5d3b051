/** Mutual means that the server proves itself as well. */

import { param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { infoFor, infoNamed, isSuccess } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 8120 §4.5',
  title: 'The server doesn’t prove itself: no {missing}',
  why: 'The client has proved that it knows the password, and a server that takes its proof answers with `Authentication-Info` and `version`, `sid` and `vks` in it. Without them a client must treat the answer as one that anybody could have sent.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, nc=1, vkc=b50b\n\n---\nHTTP/1.1 «200» OK\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, nc=1, vkc=b50b\n\n---\nHTTP/1.1 «200» OK\nAuthentication-Info: version=1, sid=e330\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, nc=1, vkc=b50b\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: version=1, sid=e330, vks=24dd\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", sid=e330, nc=1, vkc=b50b\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", reason=auth-failed\n\n',
      // A key is no proof yet, and who wants none may ignore it.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="a", user="b", kc1=00f5\n\n---\nHTTP/1.1 200 OK\n\n',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    const line = response?.message.line
    if (!line || !isSuccess(line.code)) return []
    const proved = shownIn(request, 'Mutual').find(({ credentials }) => param(credentials, 'vkc'))
    if (!proved) return []
    const info = infoFor(proved, response)
    const missing = ['version', 'sid', 'vks'].filter((name) => !infoNamed(info, name))
    if (missing.length === 0) return []
    if (excerpt && info.length === 0) return [{ needs: 'whole' }]
    return [{ in: 'response', span: line.status.span, slots: { missing: missing.join(', ') } }]
  },
}

export default rule
