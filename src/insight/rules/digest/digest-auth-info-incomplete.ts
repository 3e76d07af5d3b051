/** The proof of a server says to which request it belongs. */

import type { AuthParam } from '../../../protocol/auth/challenge.ts'
import { isToken, quote } from '../../../protocol/http/grammar.ts'
import type { Fix, Found, Rule } from '../../rule.ts'
import { infoNamed } from '../auth-params.ts'
import { type Confirmation, confirmationsIn, textOf } from '../digests.ts'

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.5',
  title: '`{name}` is missing here, or not right',
  why: 'With `qop` go `rspauth`, and `cnonce` and `nc` of the request, so that a client sees for which request this is the proof. `rspauth`, `cnonce` and `nextnonce` are in quotes, `qop` and `nc` are not.',
  examples: {
    bad: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=00000001, cnonce="e"\n\n---\nHTTP/1.1 200 OK\n«Authentication-Info»: rspauth="d", qop=auth, nc=00000001\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=00000001, cnonce="e"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d", qop=«"auth"», nc=«00000002», cnonce=«"E"», nextnonce=«f»\n\n',
      'GET / HTTP/1.1\nHost: a.example\nProxy-Authorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=00000001, cnonce="e"\n\n---\nHTTP/1.1 200 OK\n«Proxy-Authentication-Info»: qop=auth, cnonce="e", nc=00000001\n\n',
    ],
    good: [
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=0000000a, cnonce="e"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d", qop=auth, nc=0000000A, cnonce="e"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=00000001, cnonce="e"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="f"\n\n',
      // The way of RFC 2069, without qop.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d"\n\n',
      // In two lines.
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username="a", realm="b", nonce="c", qop=auth, nc=00000001, cnonce="e"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth="d", qop=auth\nAuthentication-Info: nc=00000001, cnonce="e"\n\n',
      'GET / HTTP/1.1\nHost: a.example\nAuthorization: Mutual sid="a"\n\n---\nHTTP/1.1 200 OK\nAuthentication-Info: qop="a"\n\n',
    ],
  },
  check: (view) => confirmationsIn(view).flatMap((each) => [...missingIn(each), ...wrongIn(each)]),
}

function missingIn({ first, info, sent }: Confirmation): readonly Found[] {
  const missing = infoNamed(info, 'qop') ? ['rspauth', 'cnonce', 'nc'].filter((name) => !infoNamed(info, name)) : []
  if (missing.length === 0) return []
  const [cnonce, nc] = ['cnonce', 'nc'].map((name) => textOf(sent?.credentials, name))
  const known: Readonly<Record<string, string | undefined>> = {
    cnonce: cnonce && `cnonce=${quote(cnonce)}`,
    nc: nc && `nc=${nc}`,
  }
  const texts = missing.map((name) => known[name])
  const end = info.at(-1)?.span.end ?? first.field.value.span.end
  const fix: Fix = { span: { start: end, end }, insert: `, ${texts.join(', ')}` }
  const slots = { name: missing.join(', ') }
  return [{ in: 'response', span: first.field.name.span, slots, fix: texts.every(Boolean) ? fix : undefined }]
}

const wrongIn = ({ info, sent }: Confirmation): readonly Found[] =>
  info.flatMap((each) => {
    const { raw, quoted, value } = each
    const name = each.name.text.toLowerCase()
    const mine = ['cnonce', 'nc'].includes(name) ? textOf(sent?.credentials, name) : undefined
    const same = mine === undefined || (name === 'nc' ? value.toLowerCase() === mine.toLowerCase() : value === mine)
    if (same && !isMisquoted(each)) return []
    const turned = quoted ? value : quote(value)
    const fix = same ? { span: raw.span, insert: turned } : undefined
    return [{ in: 'response', span: raw.text === '' ? each.span : raw.span, slots: { name }, fix }]
  })

function isMisquoted({ name, quoted, raw, value }: AuthParam): boolean {
  const lower = name.text.toLowerCase()
  if (['qop', 'nc'].includes(lower)) return quoted && isToken(value)
  return ['rspauth', 'cnonce', 'nextnonce'].includes(lower) && isToken(raw.text)
}

export default rule
