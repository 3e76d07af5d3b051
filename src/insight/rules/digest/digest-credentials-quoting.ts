/** In Digest credentials, too, it is laid down what goes in quotes, and it is not the same as in the challenge. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import { isToken, quote } from '../../../protocol/http/grammar.ts'
import { shownIn } from '../../reading.ts'
import type { Fix, Rule } from '../../rule.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4',
  title: '`{name}`: with quotes or without?',
  why: 'In Digest credentials `username`, `realm`, `nonce`, `uri`, `response`, `cnonce` and `opaque` go in quotes, and `algorithm`, `qop` and `nc` must not. Most servers accept both, as well-known clients get it wrong; some don’t.',
  examples: {
    bad: [
      // As Python's requests sends it.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", uri="/", response="d", algorithm=«"MD5"», qop=«"auth"», nc=00000001, cnonce="e"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nProxy-Authorization: Digest username=«a», realm="b", nonce=«c», uri="/", response=«d», qop=auth, nc=«"00000001"», cnonce=«e»\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", uri="/", response="d", algorithm=MD5, qop=auth, nc=00000001, cnonce="e", opaque="", userhash="false"\n\n',
      "GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8''a, realm=b, userhash=true\n\n",
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Hawk nonce=c\n\n',
    ],
  },
  check: ({ request }) =>
    shownIn(request, 'Digest').flatMap(({ credentials: { payload } }) =>
      (payload.kind === 'params' ? payload.params : []).filter(isWrong).map((each) => {
        return { in: 'request', span: each.raw.span, slots: { name: each.name.text }, fix: turned(each) }
      }),
    ),
}

const BARE = ['algorithm', 'qop', 'nc']
/** An unquoted `realm` is found in any scheme, by another rule. */
const QUOTED = ['username', 'nonce', 'uri', 'response', 'cnonce', 'opaque']

function isWrong({ name, quoted, raw }: AuthParam): boolean {
  const lower = name.text.toLowerCase()
  return quoted ? BARE.includes(lower) : QUOTED.includes(lower) && isToken(raw.text)
}

function turned({ quoted, raw: { span }, value }: AuthParam): Fix | undefined {
  if (!quoted) return { span, insert: quote(value) }
  return isToken(value) ? { span, insert: value } : undefined
}

export default rule
