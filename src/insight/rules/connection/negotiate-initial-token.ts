/** Negotiate begins with its bare name: it is the client that has something to say first. */

import { challengesOf, linesOf, shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { behindName, headOf } from '../bound-schemes.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 4559 §4.1',
  title: 'The first challenge is `Negotiate` alone',
  why: 'The client has shown no token, so there is nothing that a token of the server could go on from. Behind the name stands data only while an exchange of tokens is under way, and in the last response of it; a realm never does.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate «oQcwBaADCgEB»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate «realm="a", charset="b"», Basic realm="a"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Negotiate «oQcwBaADCgEB»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate, Basic realm="a"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Negotiate YBsGBisG\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate oQcwBaADCgEB\n\n',
      // Windows may name its mechanisms at once (MS-N2HT).
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate YBsGBisGAQUFAqARMA+gDTALBgkqhkiG9xIBAgI=\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Negotiate oQcwBaADCgEB\n\n',
    ],
  },
  check({ request, response, circumstances: { excerpt } }) {
    const code = response?.message.line.code
    if ((code !== 401 && code !== 407) || challengesOf(response, 'Negotiate').length === 0) return []
    const [asks, answers] =
      code === 401 ? ['www-authenticate', 'authorization'] : ['proxy-authenticate', 'proxy-authorization']
    const full = linesOf(response, asks)
      .flatMap(({ challenges }) => challenges)
      .filter(({ scheme: { text }, payload }) => /^negotiate$/i.test(text) && payload.kind !== 'bare')
      .filter((challenge) => headOf(challenge, 3)?.[0] !== INIT)
    if (full.length === 0 || shownIn(request, 'Negotiate').some(({ name }) => name === answers)) return []
    if (!request || excerpt) return [{ needs: request ? 'whole' : 'request' }]
    return full.map((challenge) => {
      const span = behindName(challenge)
      return { in: 'response', span, fix: { span: { start: challenge.scheme.span.end, end: span.end }, insert: '' } }
    })
  },
}

/** `[APPLICATION 0]`: a token that begins an exchange (RFC 2743 §3.1). */
const INIT = 0x60

export default rule
