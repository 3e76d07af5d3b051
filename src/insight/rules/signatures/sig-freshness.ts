/** A signature that was seen once can be shown again, unless it says when it was made, or until when it is good. */

import { instantOf, type MessageSignature, sawParams, textOf } from '../../../protocol/signatures/message-signature.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'
import { signaturesOf } from '../signature-fields.ts'

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 9421 §7.2.2',
  title: 'Signature `{label}` is no fresh one',
  why: 'Whoever saw a signed request can send it again. A server tells by `created` and `expires` that a signature is old, and by its `nonce` that it was used before: so sign each request anew, with all of them.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=«("@method" "@target-uri");keyid="k"»\nSignature: sig1=:AAAA:\n\n',
      'at 2021-04-20T02:08:00Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;«expires=1618884480»;keyid="k"\nSignature: sig1=:AAAA:\n\n',
      'at 2021-04-20T03:00:00Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");«created=1618884473»;keyid="k"\nSignature: sig1=:AAAA:\n\n',
      'at 2021-04-20T02:07:53Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;keyid="k";nonce="n"\nSignature: sig1=:AAAA:\n\n---\nHTTP/1.1 200 OK\n\n===\nat 2021-04-20T02:07:55Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884475;keyid="k";«nonce="n"»\nSignature: sig1=:BBBB:\n\n',
    ],
    good: [
      'at 2021-04-20T02:08:00Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;expires=1618884773;keyid="k"\nSignature: sig1=:AAAA:\n\n',
      // Made this morning for the whole day.
      'at 2021-04-20T12:00:00Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;expires=1618970873;keyid="k"\nSignature: sig1=:AAAA:\n\n',
      // A response may come from a cache.
      'at 2021-04-20T12:00:00Z\nGET / HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\nSignature-Input: sig1=("@status");created=1618884473;keyid="k"\nSignature: sig1=:AAAA:\n\n',
      // Another key may draw the same nonce.
      'at 2021-04-20T02:07:53Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884473;keyid="j";nonce="n"\nSignature: sig1=:AAAA:\n\n===\nat 2021-04-20T02:07:55Z\nGET / HTTP/1.1\nHost: a.example\nSignature-Input: sig1=("@method" "@target-uri");created=1618884475;keyid="k";nonce="n"\nSignature: sig1=:BBBB:\n\n',
    ],
  },
  check: (view) =>
    signaturesOf(view.request).flatMap((signature): readonly (Found | Lack)[] => {
      const { at } = view
      const [created, expires] = [instantOf(signature, 'created'), instantOf(signature, 'expires')]
      const found = (...names: readonly string[]) =>
        sawParams(signature, ...names).map((span): Found => {
          const place = names.length === 0 ? signature.input.span : span
          return { in: 'request', span: place, slots: { label: signature.label } }
        })
      if (wasUsed(signature, view)) return found('nonce')
      if (created === undefined && expires === undefined) return found()
      if (at === undefined) return [{ needs: 'now' }]
      if (expires !== undefined) return at >= expires ? found('expires') : []
      return Math.abs(at - (created ?? at)) > WINDOW ? found('created') : []
    }),
}

/** Where no end is said. Servers want less, mostly. */
const WINDOW = 15 * 60_000

/** Whether the same key has used the nonce in an earlier request. */
function wasUsed(signature: MessageSignature, { before }: View): boolean {
  const nonce = textOf(signature, 'nonce')
  if (nonce === undefined) return false
  const key = textOf(signature, 'keyid')
  return before.some(({ request }) =>
    signaturesOf(request).some((each) => textOf(each, 'nonce') === nonce && textOf(each, 'keyid') === key),
  )
}

export default rule
