/** `Hobareg` tells a client whether its key is registered now. */

import { targetOf } from '../../../protocol/http/target.ts'
import { linesOf } from '../../reading.ts'
import type { Rule, View } from '../../rule.ts'
import { isSuccess } from '../auth-params.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7486 §6.1.1',
  title: '`Hobareg` must say how far the registration got',
  why: 'A server that has registered a key answers with a 2xx status and `Hobareg: regok`; while it still asks for more, with `Hobareg: reginwork`. The client keeps its new key, or waits, by this one word.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nHobareg: «ok»\n\n',
      'HTTP/1.1 403 Forbidden\nHobareg: «regok»\n\n',
      'HTTP/1.1 200 OK\nHobareg: regok\n«Hobareg»: reginwork\n\n',
      'POST /.well-known/hoba/register HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\npub=a&kidtype=0&kid=b\n---\nHTTP/1.1 «201» Created\n\n',
    ],
    good: [
      'POST /.well-known/hoba/register HTTP/1.1\nHost: a.example\nContent-Type: application/x-www-form-urlencoded\n\npub=a&kidtype=0&kid=b\n---\nHTTP/1.1 200 OK\nHobareg: regok\n\n',
      'HTTP/1.1 200 OK\nHobareg: reginwork\nContent-Type: text/html\n\n<form></form>',
      'POST /.well-known/hoba/register HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 400 Bad Request\n\n',
      'POST /.well-known/hoba/getchal HTTP/1.1\nHost: a.example\n\n---\nHTTP/1.1 200 OK\n\nAAEC',
    ],
  },
  check(view) {
    const { response } = view
    if (!response) return []
    const { status, code } = response.message.line
    const [first, ...others] = linesOf(response, 'hobareg')
    if (!first) {
      if (!isSuccess(code) || !registers(view)) return []
      return [view.circumstances.excerpt ? { needs: 'whole' } : { in: 'response', span: status.span }]
    }
    const { value, name } = first.field
    const known = value.text === 'reginwork' || (value.text === 'regok' && isSuccess(code))
    const wrong = known ? [] : [value.text === '' ? name.span : value.span]
    return [...wrong, ...others.map(({ field }) => field.name.span)].map((span) => ({ in: 'response', span }))
  },
}

/** RFC 7486 §6.1. */
const registers = ({ request }: View): boolean =>
  request?.message.line.method.text === 'POST' && targetOf(request.message).path === '/.well-known/hoba/register'

export default rule
