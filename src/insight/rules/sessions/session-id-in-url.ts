/** A session identifier in the address goes wherever the address goes. */

import type { Rule } from '../../rule.ts'
import { pairNamed, queryOf } from '../bodies.ts'

const rule: Rule = {
  level: 'should',
  cite: 'draft-ietf-httpbis-rfc6265bis §8.4',
  title: 'A session identifier in the URL',
  why: 'Addresses end up in logs, in histories, in `Referer` and in chats, and whoever has this one has the session; who sends such a link can also choose it for others. Keep the identifier in a cookie.',
  examples: {
    bad: [
      'GET /cart«;jsessionid=1A530637289A03B07199A44E8D531427»?page=2 HTTP/1.1\nHost: a.example\n\n',
      'GET /index.php?page=2&«PHPSESSID=ul5v3r0h7c1q» HTTP/1.1\nHost: a.example\n\n',
      'GET /«(S(lit3py55t21z5v55vlm25s55))»/home.aspx HTTP/1.1\nHost: a.example\n\n',
      'GET /home?«sid=31d4d96e407aad42» HTTP/1.1\nHost: a.example\n\n',
    ],
    good: [
      'GET /cart?page=2 HTTP/1.1\nHost: a.example\nCookie: JSESSIONID=1A530637289A03B07199A44E8D531427\n\n',
      'GET /stations?sid=berlin-hbf HTTP/1.1\nHost: a.example\n\n',
      // OpenID Connect Front-Channel Logout.
      'GET /logout?iss=https://op.example&sid=08a5019c17e14977 HTTP/1.1\nHost: a.example\n\n',
      'GET /paid?session_id=cs_test_a1b2c3d4e5f6g7h8i9 HTTP/1.1\nHost: a.example\n\n',
      'GET /?PHPSESSID= HTTP/1.1\nHost: a.example\n\n',
    ],
  },
  check({ request }) {
    if (!request || !/[?;]|\(S\(/i.test(request.message.line.target.text)) return []
    const { text, span } = request.message.line.target
    const query = queryOf(request)
    const named = query.filter(
      ({ name, value }) =>
        value !== '' && (CONTAINERS.test(name) || (NAMES.test(name) && looksRandom(value) && !pairNamed(query, 'iss'))),
    )
    const inPath = IN_PATH.exec(text.split('?', 1)[0] ?? '')
    const start = span.start + (inPath?.index ?? 0)
    const place = inPath ? [{ start, end: start + inPath[0].length }] : []
    return [...place, ...named.map(({ pair }) => pair.span)].map((each) => ({ in: 'request', span: each }))
  },
}

/** Where servlet containers, PHP and ASP put it when a browser takes no cookies. */
const CONTAINERS = /^(?:jsessionid|phpsessid|aspsessionid\w*|cftoken)$/i
const IN_PATH = /;jsessionid=[^;/]+|\(S\([0-9a-z]{16,}\)\)/i
const NAMES = /^(?:sid|sess(?:ion)?[_-]?id)$/i

/** Not a word, and not the identifier of a checkout, which is no login. */
const looksRandom = (value: string): boolean =>
  value.length >= 16 && /\d/.test(value) && /[a-z]/i.test(value) && !value.startsWith('cs_')

export default rule
