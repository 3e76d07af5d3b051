/** What the proxy asked for goes to the proxy, and what the server asked for to the server. */

import { param } from '../../../protocol/auth/challenge.ts'
import { challengesOf, linesOf, type Shown, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { earlierOf } from '../repeats.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9110 §11.7.2',
  title: 'After a {status} the answer goes into {right}',
  why: 'A 407 comes from the proxy and is answered in `Proxy-Authorization`, a 401 from the server and is answered in `Authorization`. In the other field the one who asked doesn’t see it, and the other one learns a password that is none of its business.',
  examples: {
    bad: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\n«Authorization»: Basic YTpi\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\n«Proxy-Authorization»: basic YTpi\n\n',
    ],
    good: [
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\nAuthorization: Basic YzpkZQ==\n\n',
      // The server’s credentials were there before.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // The realm is another’s.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Digest realm="p", nonce="b"\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="a", nonce="c", uri="/", response="d"\n\n',
      'GET http://a.example/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 407 Proxy Authentication Required\nProxy-Authenticate: Basic realm="p"\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Bearer abc\n\n',
    ],
  },
  check(view) {
    const shown = shownIn(view.request)
    const asked = shown.length === 1 ? earlierOf(view).at(-1) : undefined
    const code = asked?.response?.message.line.code
    const [only] = shown
    if (!asked || !only || (code !== 401 && code !== 407)) return []
    const right = code === 401 ? 'Authorization' : 'Proxy-Authorization'
    if (only.name === right.toLowerCase() || !answers(only, asked)) return []
    const { span } = only.field.name
    return [{ in: 'request', span, slots: { status: String(code), right }, fix: { span, insert: right } }]
  },
}

/** Whether that is new, and of a scheme and realm that were asked for. */
function answers({ name, field, credentials }: Shown, { request, response }: Past): boolean {
  if (linesOf(request, name).some((each) => each.field.value.text === field.value.text)) return false
  const realm = param(credentials, 'realm')?.value
  return challengesOf(response, credentials.scheme.text).some(
    (offer) => realm === undefined || realm === param(offer, 'realm')?.value,
  )
}

export default rule
