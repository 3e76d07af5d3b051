/** “Too many” is meant for one client and one moment, not for a cache. */

import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { cacheHit, directive, directivesOf, mayBeShared, secondsOf } from '../cache-control.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 6585 §4',
  title: 'Caches must not store a {status}',
  why: 'A stored {status} turns away clients that did nothing wrong, and goes on when the wait is over. A server must not invite caches to keep it, nor a cache serve it: `Cache-Control: no-store`.',
  examples: {
    bad: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nCache-Control: public, «max-age=60»\n\n',
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nAge: «12»\n\n',
      'HTTP/1.1 511 Network Authentication Required\nCache-Control: private, «max-age=60»\n\n',
    ],
    good: [
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\n\n',
      'HTTP/1.1 429 Too Many Requests\nRetry-After: 60\nCache-Control: no-store\nAge: 0\n\n',
      'HTTP/1.1 429 Too Many Requests\nCache-Control: no-cache, max-age=0\nX-Cache: MISS\n\n',
      'HTTP/1.1 404 Not Found\nCache-Control: public, max-age=60\nAge: 12\n\n',
    ],
  },
  check({ response }) {
    const { status, code = 0 } = response?.message.line ?? {}
    if (!response || !status || (code !== 429 && code !== 511)) return []
    const slots = { status: status.text }
    const hit = cacheHit(response)
    if (hit) return [{ in: 'response', span: hit.span, slots }]
    const all = directivesOf(response)
    const own = directive(all, 'private') && Number(secondsOf(all, 'max-age')) > 0 && !directive(all, 'no-store')
    if (!own && !mayBeShared(response, undefined)) return []
    const found = directive(all, 's-maxage') ?? directive(all, 'max-age') ?? directive(all, 'public')
    const [line, more] = linesOf(response, 'cache-control')
    const fix = line && !more ? { span: line.field.value.span, insert: 'no-store' } : undefined
    return [{ in: 'response', span: found?.span ?? status.span, slots, fix }]
  },
}

export default rule
