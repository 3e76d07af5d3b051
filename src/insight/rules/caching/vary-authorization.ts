/** Caches keep answers to different credentials apart without being told. */

import type { Token } from '../../../protocol/text/span.ts'
import { linesOf } from '../../reading.ts'
import type { Rule } from '../../rule.ts'
import { directive, directivesOf } from '../cache-control.ts'
import { memberNamed, membersOf } from '../lists.ts'

const rule: Rule = {
  level: 'info',
  cite: 'RFC 9110 §12.5.5',
  title: '`Authorization` need not stand in `Vary`',
  why: 'A shared cache doesn’t give an answer to `Authorization` to anybody else anyway, unless the server allows it. `Vary` is for what changes the answer besides, and for credentials that caches don’t know: `Cookie`, `X-API-Key`.',
  examples: {
    bad: [
      'HTTP/1.1 200 OK\nVary: Accept, «Authorization»\n\n',
      'HTTP/1.1 200 OK\nCache-Control: private\nVary: «authorization», Origin\n\n',
    ],
    good: [
      'HTTP/1.1 200 OK\nVary: Accept, Cookie\n\n',
      'HTTP/1.1 200 OK\nCache-Control: public, max-age=60\nVary: Authorization\n\n',
      'HTTP/1.1 200 OK\nVary: X-Authorization\n\n',
    ],
  },
  check({ response }) {
    const found = memberNamed(membersOf(response, 'vary'), 'authorization')
    const all = found ? directivesOf(response) : []
    if (!found || SHARED.some((name) => directive(all, name))) return []
    const line = linesOf(response, 'vary').find(({ field: { value } }) => value.span.end >= found.span.end)
    return [{ in: 'response', span: found.span, fix: line && without(line.field.value, found) }]
  },
}

/** With these a shared cache does keep it, and the line is needed. */
const SHARED = ['public', 's-maxage', 'must-revalidate']

/** The list without its member and the comma beside it; nothing where it is the only one. */
function without({ text, span }: Token, member: Token) {
  const start = member.span.start - span.start
  const before = text.slice(0, start).replace(/\s*,\s*$/, '')
  const after = text.slice(start + member.text.length).replace(/^\s*,\s*/, '')
  const both = [before, after].filter((each) => each !== '')
  return both.length === 0 ? undefined : { span, insert: both.join(', ') }
}

export default rule
