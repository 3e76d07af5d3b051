/** The server proves itself, too, and hardly a client looks. */

import { compute } from '../../../protocol/schemes/digest/compute.ts'
import type { Found, Lack, Rule, View } from '../../rule.ts'
import { infoNamed } from '../auth-params.ts'
import { isWhole, prove } from '../digest-proofs.ts'
import { confirmationsIn } from '../digests.ts'

const REQUEST =
  'GET /dir/index.html HTTP/1.1\nHost: www.example.org\nAuthorization: Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=MD5, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="8ca523f5e9506fed4657c9700eebdbec"\n\n'
const reply = (rspauth: string, qop = 'auth') =>
  `${REQUEST}---\nHTTP/1.1 200 OK\nAuthentication-Info: rspauth=${rspauth}, qop=${qop}, nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"\n\n`

const rule: Rule = {
  level: 'warning',
  cite: 'RFC 7616 §3.5',
  title: 'The server’s proof should be another one',
  why: '`rspauth` is calculated like `response`, but from an A2 without the method, `:{uri}`, and with `auth-int` over the body of the response: that makes `{expected}`. A client that checks it would take this server for an impostor; most don’t check.',
  examples: {
    bad: [
      // The response of the request again, with the method in A2.
      reply('«"8ca523f5e9506fed4657c9700eebdbec"»'),
      `${reply('«"990753efa289aa9b6a4f847f846b234a"»', 'auth-int')}ho`,
    ],
    good: [
      reply('"9b712497bc9f91499fbcca1dfc5f09a5"'),
      // Over the body of the response, which is `hi`.
      `${reply('"990753efa289aa9b6a4f847f846b234a"', 'auth-int')}hi`,
      { text: reply('"8ca523f5e9506fed4657c9700eebdbec"'), circumstances: { passwords: [] } },
      // A password that is not the one of this request.
      reply('"8ca523f5e9506fed4657c9700eebdbec"').replace('8ca523f5', '00000000'),
      reply('"00000000000000000000000000000000"', 'auth-conf'),
      `${REQUEST}---\nHTTP/1.1 200 OK\nAuthentication-Info: nextnonce="a"\n\n`,
    ],
    circumstances: { passwords: [{ user: 'Mufasa', password: 'Circle of Life' }] },
  },
  check: (view) =>
    confirmationsIn(view).flatMap(({ info, sent }): readonly (Found | Lack)[] => {
      const rspauth = infoNamed(info, 'rspauth')
      const proof = rspauth && sent && prove(view, sent)
      if (!proof || 'needs' in proof) return proof ? [proof] : []
      const qop = infoNamed(info, 'qop')?.value ?? proof.from.protection?.qop
      const body = bodyFor(view, qop)
      // Where the client took another password, that may be the right one.
      if (!proof.right || body === undefined) return []
      const { protection, uri } = proof.from
      const from = {
        ...proof.from,
        method: '',
        body,
        protection: protection && { ...protection, qop: qop ?? protection.qop },
      }
      const { value: expected } = compute(from, 'rspauth')
      if (rspauth.value.toLowerCase() === expected) return []
      const { span } = rspauth.raw
      return [{ in: 'response', span, slots: { uri, expected }, fix: { span, insert: `"${expected}"` } }]
    }),
}

/** What is hashed of the response: nothing, or all of its body; undefined where that is not known. */
function bodyFor(view: View, qop: string | undefined): string | undefined {
  if (qop === undefined || qop === 'auth') return ''
  return qop === 'auth-int' && view.response && isWhole(view.response, view)
    ? view.response.message.body.text
    : undefined
}

export default rule
