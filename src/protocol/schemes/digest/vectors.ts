/**
 * Digest's examples from the specifications, and values for what these leave out, each calculated by two programs.
 * Each `random` is the cnonce, which is Base64 of the client's octets.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

const mufasa: Secret = { id: 'mufasa', kind: 'password', username: 'Mufasa', password: 'Circle of Life' }
const request = 'GET /dir/index.html HTTP/1.1\nHost: www.example.org\n\n'
const random = ['f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ']
const tail =
  'nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
const offer = (algorithm: string, qop = 'auth, auth-int') =>
  `Digest realm="http-auth@example.org", qop="${qop}", algorithm=${algorithm}, ${tail}`
const own = 'RFC 7616 §3.9.1, with another algorithm or qop'

const old = { id: 'mufasa-2617', kind: 'password', username: 'Mufasa', password: 'Circle Of Life' }
const oldNonce = 'nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"'

export const vectors: readonly Vector[] = [
  {
    name: 'SHA-256',
    cite: 'RFC 7616 §3.9.1',
    request,
    offer: offer('SHA-256'),
    secret: mufasa,
    random,
    expect: [
      '7987c64c30e25f1b74be53f966b49b90f2808aa92faf9a00262392d7b4794232',
      '9a3fdae9a622fe8de177c24fa9c070f2b181ec85e15dcbdc32e10c82ad450b04',
      `Digest username="Mufasa", realm="http-auth@example.org", uri="/dir/index.html", algorithm=SHA-256, nonce="7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", nc=00000001, cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", qop=auth, response="753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1", opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"`,
    ],
  },
  {
    name: 'MD5',
    cite: 'RFC 7616 §3.9.1',
    request,
    offer: offer('MD5'),
    secret: mufasa,
    random,
    expect: [
      '3d78807defe7de2157e2b0b6573a855f',
      '39aff3a2bab6126f332b942af96d3366',
      'algorithm=MD5',
      'qop=auth, response="8ca523f5e9506fed4657c9700eebdbec"',
    ],
  },
  {
    name: 'SHA-512-256 with a hashed user name',
    cite: 'RFC 7616 §3.9.2, as corrected by erratum 4897',
    request: 'GET /doe.json HTTP/1.1\nHost: api.example.org\n\n',
    offer:
      'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8, userhash=true',
    secret: { id: 'doe', kind: 'password', username: 'Jäsøn Doe', password: 'Secret, or not?' },
    random: ['NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v'],
    expect: [
      'username="793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b"',
      '2d3d9f12c9f3d30011259dc5fecee005ae24de40e3e1f61806d03e65f1e6024f',
      'response="3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5"',
      'userhash=true',
    ],
  },
  {
    name: 'a user name that no quoted string holds',
    cite: 'RFC 7616 §3.9.2, as corrected by erratum 4897',
    request: 'GET /doe.json HTTP/1.1\nHost: api.example.org\n\n',
    offer:
      'Digest realm="api@example.org", qop="auth", algorithm=SHA-512-256, nonce="5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK", opaque="HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS", charset=UTF-8',
    secret: { id: 'doe', kind: 'password', username: 'Jäsøn Doe', password: 'Secret, or not?' },
    random: ['NTg6RKcb9boFIAS3KrFK9BGeh+iDa/sm6jUMp2wds69v'],
    expect: [
      "username*=UTF-8''J%C3%A4s%C3%B8n%20Doe",
      'response="3798d4131c277846293534c3edc11bd8a5e4cdcbff78b05db9d95eeb1cec68a5"',
    ],
  },
  {
    name: 'RFC 2617',
    cite: 'RFC 2617 §3.5',
    request,
    offer: `Digest realm="testrealm@host.com", qop="auth,auth-int", ${oldNonce}`,
    secret: old,
    random: ['0a4f113b'],
    expect: ['response="6629fae49393a05397450978507c4ef1"', 'opaque="5ccc069c403ebaf9f0171e9517f40e41"'],
  },
  {
    name: 'without qop',
    cite: 'RFC 2617 §3.5, answered as in RFC 2069 §2.1.2',
    request,
    offer: `Digest realm="testrealm@host.com", ${oldNonce}`,
    secret: old,
    expect: ['response="670fd8c2df070c60b045671b8b24ff02"'],
  },
  {
    name: 'RFC 2069',
    cite: 'RFC 2069 §2.4, as corrected by erratum 749',
    request,
    offer: `Digest realm="testrealm@host.com", ${oldNonce}`,
    secret: { ...old, id: 'mufasa-2069', password: 'CircleOfLife' },
    expect: ['response="1949323746fe6a43ef61f9606e7febea"'],
  },
  {
    name: 'SHA-512-256',
    cite: own,
    request,
    offer: offer('SHA-512-256'),
    secret: mufasa,
    random,
    expect: [
      'fb174f5c3c7802721517cae13b98e2b8dae2e0118cb705d94ee29946319204ce',
      'response="430d05014cecc49cab6fbe03176d41a1da86cbfe24a16580e22aaad928d960d0"',
    ],
  },
  {
    name: 'MD5-sess',
    cite: own,
    request,
    offer: offer('MD5-sess'),
    secret: mufasa,
    random,
    expect: ['2b3d906f52651c3136e1502b3d6f38ee', 'response="e783283f46242139c486a698fec7211d"'],
  },
  {
    name: 'SHA-256-sess',
    cite: own,
    request,
    offer: offer('SHA-256-sess'),
    secret: mufasa,
    random,
    expect: [
      'bca21f4c7d7e8bf70d96361085370c7d219947abc1b8cd628f710917b89bed5b',
      'response="2fd51b3a77ad75bad6afad6003e818d767133c46d9e2749e7f5232ae1ea3efd7"',
    ],
  },
  {
    name: 'MD5 over an empty body',
    cite: own,
    request,
    offer: offer('MD5', 'auth-int'),
    secret: mufasa,
    random,
    expect: ['qop=auth-int', 'response="8804a53d3640a40a4f73cea12c5ba451"'],
  },
  {
    name: 'SHA-256 over an empty body',
    cite: own,
    request,
    offer: offer('SHA-256', 'auth-int'),
    secret: mufasa,
    random,
    expect: ['qop=auth-int', 'response="8bdf6f15638e260831e905028de5450562816d093c9bfc5c13d3a46adcdde940"'],
  },
]
