/** The server said UTF-8, and something else came. */

import { param } from '../../../protocol/auth/challenge.ts'
import { base64, latin1Text, octetsOf, utf8Text } from '../../../protocol/text/octets.ts'
import { challengesOf, firstValue } from '../../reading.ts'
import type { Fix, Found, Lack, Past, Rule, View } from '../../rule.ts'
import { userPassesIn } from '../user-passes.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7617 §2.1',
  title: 'These credentials are not the UTF-8 that was asked for',
  why: 'With `charset="UTF-8"` the server wants name and password normalised to NFC and in UTF-8. These are in another encoding, Latin-1 mostly, or not normalised, so the right password counts as a wrong one.',
  examples: {
    bad: [
      // test:123£ in Latin-1.
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset="UTF-8"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «dGVzdDoxMjOj»\n\n',
      // a:é as e and an accent of its own.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic «YTplzIE=»\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset=utf-8\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset="UTF-8"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic dGVzdDoxMjPCow==\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic dGVzdDoxMjOj\n\n',
      // Another server’s wish.
      'GET / HTTP/1.1\nHost: b.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="foo", charset="UTF-8"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic dGVzdDoxMjOj\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic dGVzdDoxMjOj\n\n',
    ],
  },
  check(view) {
    return userPassesIn(view).flatMap(({ token: { span }, octets }): readonly (Found | Lack)[] => {
      const text = utf8Text(octets)
      if (text !== undefined && text === text.normalize('NFC')) return []
      if (!asksUtf8(view)) return view.before.length > 0 || view.response ? [] : [{ needs: 'before' }]
      return [{ in: 'request', span, fix: rewritten(octets, text, span) }]
    })
  },
}

/** Whether this server asked for it, now or before. */
function asksUtf8(view: View): boolean {
  const host = hostOf(view)
  return [view, ...view.before.filter((each) => hostOf(each) === host)].some(({ response }) =>
    challengesOf(response, 'Basic').some((each) => param(each, 'charset')?.value.toLowerCase() === 'utf-8'),
  )
}

const hostOf = ({ request }: Past): string | undefined => firstValue(request, 'host')?.text.toLowerCase()

/** The same text in UTF-8; not where it has octets that mean nothing in Latin-1, so that it may be anything. */
function rewritten(octets: Uint8Array, text: string | undefined, span: Fix['span']): Fix | undefined {
  if (text === undefined && octets.some((octet) => octet >= 0x80 && octet < 0xa0)) return undefined
  return { span, insert: base64(octetsOf((text ?? latin1Text(octets)).normalize('NFC'))) }
}

export default rule
