/** In Digest it is laid down which parameters go in quotes, and which must not. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import { isToken, quote } from '../../../protocol/http/grammar.ts'
import { challengesOf } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.3',
  title: '`{name}`: with quotes or without?',
  why: 'In a Digest challenge `domain`, `nonce`, `opaque` and `qop` go in quotes, `algorithm` and `stale` must not. Old clients compare the letters, quotes and all.',
  examples: {
    bad: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce=«b», qop=«auth», algorithm=«"MD5"», stale=«"true"»\n\n',
    ],
    good: [
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="a", nonce="b", qop="auth", algorithm=MD5, stale=true, userhash="true"\n\n',
      'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer nonce=b\n\n',
    ],
  },
  check: ({ response }) =>
    challengesOf(response, 'Digest').flatMap(({ payload }) =>
      (payload.kind === 'params' ? payload.params : []).filter(isWrong).map((each) => {
        return { in: 'response', span: each.raw.span, slots: { name: each.name.text }, fix: turned(each) }
      }),
    ),
}

/** `realm` has a rule of its own, for all schemes; what is neither token nor quoted, too. */
function isWrong({ name, quoted, raw }: AuthParam): boolean {
  const lower = name.text.toLowerCase()
  if (['algorithm', 'stale'].includes(lower)) return quoted
  return ['domain', 'nonce', 'opaque', 'qop'].includes(lower) && isToken(raw.text)
}

function turned({ quoted, raw: { span }, value }: AuthParam): Fix | undefined {
  if (!quoted) return { span, insert: quote(value) }
  return isToken(value) ? { span, insert: value } : undefined
}

export default rule
