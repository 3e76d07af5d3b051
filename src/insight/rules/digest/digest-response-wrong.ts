/** The arithmetic, done once more with the right password. */

import { param } from '../../../protocol/auth/challenge.ts'
import { compute } from '../../../protocol/schemes/digest/compute.ts'
import { shownIn } from '../../reading.ts'
import type { Found, Lack, Rule } from '../../rule.ts'
import { prove } from '../digest-proofs.ts'

/** RFC 7616 §3.9.1. */
const answer = (algorithm: string, response: string) =>
  `GET /dir/index.html HTTP/1.1\nHost: www.example.org\nAuthorization: Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=${algorithm}, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response=${response}\n\n`

const WRONG = '"198e71303755fa1444057314d9507022e1ce1f0b69ca7a509eeb3db6ea11943b"'
const BODY = answer('MD5', '"0d08c43b7b6342ec9e98e2131ea63eda"').replace('qop=auth', 'qop=auth-int')
const SESSION = answer('MD5-sess', '"e783283f46242139c486a698fec7211d"')

const rule: Rule = {
  level: 'must',
  cite: 'RFC 7616 §3.4.1',
  title: 'With the right password, another response comes out',
  why: 'Of `{a1}:…` and `{a2}` come H(A1) `{ha1}` and H(A2) `{ha2}`, and of these the response `{expected}`. Compare what the client hashed: another password or another spelling of it, values with their quotes, another method or `uri`.',
  examples: {
    bad: [
      // With a capital O: `Circle Of Life`, as in RFC 2617.
      answer('SHA-256', `«${WRONG}»`),
      {
        text: 'GET /dir/index.html HTTP/1.1\nHost: www.example.org\nAuthorization: Digest username="Mufasa", realm="testrealm@host.com", uri="/dir/index.html", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", response=«"6629fae49393a05397450978507c4ef1"»\n\n',
        circumstances: { passwords: [{ user: 'Mufasa', password: 'Circle Of Life' }] },
      },
      answer('SHA-512-256', `«${WRONG}»`),
      BODY.replace(/(?<=response=)"\w+"/, '«$&»').replace(/\n\n$/, '\nContent-Length: 2\n\nho'),
    ],
    good: [
      answer('SHA-256', '"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"'),
      BODY.replace(/\n\n$/, '\nContent-Length: 2\n\nhi'),
      SESSION,
      // The session goes on with the key of its first request.
      `${SESSION}---\nHTTP/1.1 200 OK\n\n===\n${answer('MD5-sess', '"f3190f606fcbdcb37c5baa5a4e90c7f9"')
        .replace('00000001', '00000002')
        .replace(/(?<=cnonce=)"[^"]+"/, '"zz"')}`,
      answer('MD5-sess', '"f3190f606fcbdcb37c5baa5a4e90c7f9"').replace('00000001', '00000002'),
      // The name is hashed.
      answer('SHA-256', '"753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1"').replace(
        '"Mufasa"',
        '"a947aad205e80e429958a387394944c6b496301e79f89d35a4cc23b6ee12b5b6", userhash=true',
      ),
      answer('SHA-256', WRONG).replace('Mufasa', 'Simba'),
      // Which charset the client took is not known.
      {
        text: 'GET / HTTP/1.1\nHost: a.example\nAuthorization: Digest username*=UTF-8\'\'J%C3%A4, realm="a", uri="/", nonce="b", response="6629fae49393a05397450978507c4ef1"\n\n',
        circumstances: { passwords: [{ user: 'Jä', password: 'a' }] },
      },
      answer('SHA-512-256', '"430d05014cecc49cab6fbe03176d41a1da86cbfe24a16580e22aaad928d960d0"'),
      // Nobody knows that hash.
      answer('SHA-999', WRONG),
      // Who knows whether the whole body is here?
      BODY.replace(/\n\n$/, '\nContent-Length: 9\n\nho'),
    ],
    circumstances: { passwords: [{ user: 'Mufasa', password: 'Circle of Life' }] },
  },
  check: (view) =>
    shownIn(view.request, 'Digest').flatMap((shown): readonly (Found | Lack)[] => {
      const response = param(shown.credentials, 'response')
      const proof = response && prove(view, shown)
      if (!proof || 'needs' in proof) return proof ? [proof] : []
      if (proof.right) return []
      const { value, workings } = compute(proof.from)
      const output = (name: string) => workings.find((each) => each.name === name)?.output ?? ''
      const { username, realm, method, uri } = proof.from
      const slots = {
        ...{ a1: `${username}:${realm}`, a2: `${method}:${uri}`, expected: value },
        ...{ ha1: output('HA1'), ha2: output('HA2') },
      }
      const { span } = response.raw
      return [{ in: 'request', span, slots, fix: { span, insert: `"${value}"` } }]
    }),
}

export default rule
