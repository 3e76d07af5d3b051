/** A nonce and a count together are good once. */

import { param } from '../../../protocol/auth/challenge.ts'
import { shownIn } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { answerIn, textOf } from '../digests.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §5.5',
  title: 'This nonce came with `nc={nc}` before',
  why: 'The count tells a new request from one that somebody recorded and sends again, so with each use of a nonce it must go up by one. Servers that look at it answer 401.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=0000000a\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=«0000000A»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=00000001\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=00000002\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=00000001\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="b", nc=00000001\n\n',
      // The proxy refused it, so the server has not seen it yet.
      'GET http://a.example/ HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a", nc=00000001\n\n---\nHTTP/1.1 407 Proxy Authentication Required\n\n===\nGET http://a.example/ HTTP/1.1\nHost: a.example\nProxy-Authorization: Basic YTpi\nAuthorization: Digest nonce="a", nc=00000001\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a"\n\n---\nHTTP/1.1 200 OK\n\n===\nGET / HTTP/1.1\nHost: a.example\nAuthorization: Digest nonce="a"\n\n',
    ],
  },
  check: ({ request, before }) =>
    shownIn(request, 'Digest').flatMap((shown) => {
      const nonce = textOf(shown.credentials, 'nonce')
      const nc = param(shown.credentials, 'nc')
      if (!nc || nonce === undefined) return []
      const arrived = before.filter(({ response }) => {
        const code = response?.message.line.code
        return code !== undefined && (shown.name !== 'authorization' || code !== 407)
      })
      const again = arrived.some((past) => {
        const answer = answerIn(past, shown)
        return textOf(answer, 'nonce') === nonce && textOf(answer, 'nc')?.toLowerCase() === nc.value.toLowerCase()
      })
      return again ? [{ in: 'request', span: nc.raw.span, slots: { nc: nc.raw.text } }] : []
    }),
}

export default rule
