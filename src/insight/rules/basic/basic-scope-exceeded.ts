/** Where a client may send a password without being asked. */

import { challengesOf, shownIn } from '../../reading.ts'
import type { Past, Rule } from '../../rule.ts'
import { urlOf } from '../origins.ts'

const rule: Rule = {
  level: 'should',
  cite: 'RFC 7617 §2.2',
  title: 'Nobody here asked for this password',
  why: 'A client may send Basic credentials unasked to what lies in the same folder as the page that asked, or deeper: here below `{scope}`. Elsewhere it waits for a challenge, since another part of the site, or another server, may belong to somebody else.',
  examples: {
    bad: [
      'GET /docs/index.html HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /docs/index.html HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /other/ HTTP/1.1\nHost: a.example\nAuthorization: «Basic» YTpi\n\n',
      'GET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example:8443\nAuthorization: «Basic» YTpi\n\n',
    ],
    good: [
      'GET /docs/index.html HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /docs/index.html HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /docs/more/a.html HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // It was asked there, too.
      'GET /docs/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /docs/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /other/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /other/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // A program that was given the password for all of it, and never waits.
      'GET /docs/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /other/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n',
      // Another password: it was given for this.
      'GET /docs/ HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Basic realm="a"\n\n===\nGET /docs/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpi\n\n---\nHTTP/1.1 200 OK\n\n===\nGET /other/ HTTP/1.1\nHost: a.example\nAuthorization: Basic YTpj\n\n',
    ],
  },
  check({ request, before, circumstances }) {
    const [shown] = before.length > 1 ? shownIn(request, 'Basic') : []
    if (shown?.name !== 'authorization') return []
    const asking = before.filter(asksBasic)
    if (asking.length === 0) return []
    const urlIn = (past: Past): URL | undefined => urlOf(past.request, circumstances)
    const url = urlIn({ request })
    const asked = asking.flatMap((past) => urlIn(past) ?? [])
    if (!url || asked.some((each) => covers(each, url))) return []
    // Where it was asked, and these very credentials were the answer: this client waits for challenges.
    const sent = before.filter((past) =>
      shownIn(past.request).some(({ field }) => field.value.text === shown.field.value.text),
    )
    const first = asked.find(({ href }) => sent.some((past) => urlIn(past)?.href === href))
    if (!first) return []
    return [{ in: 'request', span: shown.credentials.scheme.span, slots: { scope: first.origin + folderOf(first) } }]
  },
}

const asksBasic = ({ response }: Past): boolean =>
  response?.message.line.code === 401 && challengesOf(response, 'Basic').length > 0

/** Up to the last slash: what is there, or deeper. */
const folderOf = ({ pathname }: URL): string => pathname.slice(0, pathname.lastIndexOf('/') + 1)

const covers = (one: URL, { origin, pathname }: URL): boolean =>
  one.origin === origin && pathname.startsWith(folderOf(one))

export default rule
