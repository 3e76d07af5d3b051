/** The `uri` that was hashed is the one that is asked for. */

import { param } from '../../../protocol/auth/challenge.ts'
import type { HttpRequest } from '../../../protocol/http/message.ts'
import { targetOf } from '../../../protocol/http/target.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4.6',
  title: '`uri` is not what is asked for',
  why: 'The answer is good for one request target, and `uri` repeats it, query and all: here it would be `{target}`. Otherwise somebody could open something else with it, so servers refuse it with 400.',
  examples: {
    bad: [
      'GET /files?page=2 HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri=«"/files"»\n\n',
      // As curl does through a proxy.
      'GET http://a.example/files HTTP/1.1\nHost: a.example\nProxy-Authorization: Digest username="a", uri=«"/files"»\n\n',
      'GET /files HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri=«"https://b.example/files"»\n\n',
    ],
    good: [
      'GET /files?page=2 HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri="/files?page=2"\n\n',
      // A proxy has shortened the target on the way.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri="http://A.example"\n\n',
      'CONNECT a.example:443 HTTP/1.1\nHost: a.example:443\nProxy-Authorization: Digest username="a", uri="a.example:443"\n\n',
      'OPTIONS * HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", uri="*"\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials }) => {
      const uri = param(credentials, 'uri')
      const target = request?.message.line.target.text
      if (!request || !uri || !target || agrees(uri.value, request.message)) return []
      return [{ in: 'request', span: uri.raw.text === '' ? uri.span : uri.raw.span, slots: { target } }]
    }),
}

/** The same, or an absolute one of the same host and path: proxies turn these into paths (RFC 9112 §3.2.1). */
function agrees(uri: string, request: HttpRequest): boolean {
  const target = request.line.target.text
  if (uri === target) return true
  const [, host, path = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(uri) ?? []
  if (host?.toLowerCase() !== targetOf(request).host) return false
  const asked = target.replace(/^https?:\/\/[^/?#]*/i, '')
  return rooted(path) === rooted(asked)
}

const rooted = (path: string): string => (path.startsWith('/') ? path : `/${path}`)

export default rule
