/** A token in the body: only in a form, and only where a body means something. */

import type { Span } from '../../../protocol/text/span.ts'
import { firstValue, linesOf } from '../../reading.ts'
import type { Fix, Rule, View } from '../../rule.ts'
import { tokensInForm } from '../bearer-tokens.ts'
import { mediaTypeOf } from '../bodies.ts'
import { lineAdded } from '../lines.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6750 §2.2',
  title: 'A token can’t be sent in such a body',
  why: 'A token may stand in the body only as `access_token` of a form: `application/x-www-form-urlencoded`, in one part, in ASCII, and with a method like POST whose body has a meaning. Servers and proxies drop other bodies, or never look into them.',
  examples: {
    bad: [
      '«GET» /a HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=b',
      'POST /a HTTP/1.1\nHost: a.example\nContent-Type: «text/plain»\n\naccess_token=b',
      'POST /a HTTP/1.1\nHost: a.example\n\n«access_token=b»',
      'POST /a HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\nname=«ü»&access_token=b',
      'POST /a HTTP/1.1\nHost: a.example\nContent-Type: «multipart/form-data; boundary=x»\n\n--x\nContent-Disposition: form-data; name="access_token"\n\nb\n--x--\n',
    ],
    good: [
      'POST /resource HTTP/1.1\nHost: server.example.com\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=mF_9.B5f-4.1JqM',
      'PUT /a HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded; charset=UTF-8\n\nname=%C3%BC&access_token=b',
      // What the request is about, not what it shows.
      'POST /login/google HTTP/1.1\nHost: a.example\nContent-Type: application/json\n\n{"access_token":"b"}',
      'POST /upload HTTP/1.1\nHost: a.example\nAuthorization: Bearer b\nContent-Type: text/plain\n\naccess_token=c',
    ],
  },
  check(view) {
    const { request, circumstances } = view
    if (!request?.message.body.text.includes('access_token') || linesOf(request, 'authorization').length > 0) return []
    const found = wrongIn(view)
    if (found === 'whole') return circumstances.excerpt ? [{ needs: 'whole' }] : lacksType(view)
    return found ? [{ in: 'request', ...found }] : []
  },
}

const FORM = 'application/x-www-form-urlencoded'

/** What is wrong with it, and how it would be right; `whole` where the media type is missing. */
function wrongIn({ request }: View): { readonly span: Span; readonly fix?: Fix } | 'whole' | undefined {
  if (!request) return undefined
  const { line, body } = request.message
  const type = firstValue(request, 'content-type')
  if (type && mediaTypeOf(request) === 'multipart/form-data') {
    return /\bname="?access_token\b/.test(body.text) ? { span: type.span } : undefined
  }
  if (type && mediaTypeOf(request) === 'text/plain') {
    return /^access_token=[^&\s]/.test(body.text)
      ? { span: type.span, fix: { span: type.span, insert: FORM } }
      : undefined
  }
  if (tokensInForm(request).length === 0) return undefined
  if (['GET', 'HEAD', 'DELETE', 'TRACE', 'CONNECT'].includes(line.method.text)) return { span: line.method.span }
  if (!type) return 'whole'
  const wide = /[\u0080-\uffff]+/.exec(body.text)
  const start = body.span.start + (wide?.index ?? 0)
  return wide ? { span: { start, end: start + wide[0].length } } : undefined
}

function lacksType({ request }: View) {
  return tokensInForm(request)
    .slice(0, 1)
    .map(({ pair: { span } }) => {
      return { in: 'request', span, fix: request && lineAdded(request.message, `Content-Type: ${FORM}`) } as const
    })
}

export default rule
