/** A GNAP challenge names the server that it comes from, so that nobody can pass on another's. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf } from '../../reading.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { parsed, urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 9635 §9.1',
  title: 'This `referrer` is another server',
  why: 'With `referrer` a resource server says which one it is, and the client must compare that with the address that it asked, before it goes to the authorization server. Here it asked {host}: a client must not follow this challenge, which may come from somebody who passes it on.',
  examples: {
    bad: [
      'GET /resource HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx", access="FWWIKYBQ6U56NL1", referrer=«"https://other.example"»\n\n',
      'GET /resource HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx", referrer=«"rs.example"»\n\n',
    ],
    good: [
      'GET /resource HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx", access="FWWIKYBQ6U56NL1", referrer="https://rs.example"\n\n',
      'GET /photos/1 HTTP/1.1\nHost: rs.example:443\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx", referrer="https://rs.example/photos"\n\n',
      'GET /resource HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri="https://as.example/tx"\n\n',
    ],
  },
  check({ request, response, circumstances }) {
    const named = challengesOf(response, 'GNAP').flatMap((challenge) => param(challenge, 'referrer') ?? [])
    if (named.length === 0) return []
    if (!request) return [{ needs: 'request' }]
    const url = urlOf(request, circumstances)
    return named.flatMap(({ raw, value }): readonly (Found | Lack)[] => {
      // Which of its paths are the server, only it knows; the host is no question.
      if (!url || parsed(value)?.host === url.host) return []
      return [{ in: 'response', span: raw.span, slots: { host: url.host } }]
    })
  },
}

export default rule
