/**
 * Neither RFC 8120 nor RFC 8121 prints values for a whole exchange. These were calculated by two programs, this one and
 * one that shares no line with it; the server's number is 22 in all 32 octets. So was the one that is bound to a
 * certificate: the modelled one of example.com.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

const GET = 'GET /resource HTTP/1.1\nHost: example.com\n\n'
const secret: Secret = {
  id: 'alice',
  kind: 'mutual-client',
  username: 'alice',
  password: 'correct horse',
  seed: 'only the client knows',
}
const common =
  'Mutual version=1, algorithm=iso-kam3-ec-p256-sha256, validation=host, realm="Mutual demo", auth-scope="example.com"'
const kc1 = '00bbdbcd95014d36e88672110cc4acd9f17cc1bd9a6c79424ed58b0e76bb6deab9'
const ks1 = '01cb0c8452001d54ef7ec85b60167b3ff7f4e2ba14b8d05f6fdc75d05dc691eff2'
const sid = '0123456789abcdef'
const vkc = '9179a46ed7157f7e769976095671ebc0feeaf55ca5cf53fff36d39fe1a080a02'
const vks = '27fb77ecd0a13d2b6afcc9918125f1046dacf3f9d6b66c1e3f311423d04d7a08'

const key = `${common}, user="alice", kc1=${kc1}`
const answered = `${common}, sid=${sid}, ks1=${ks1}, nc-max=400, nc-window=128, time=300`
const proof = `${common}, sid=${sid}, nc=1, vkc=${vkc}`

/** The same keys as above: only the proofs know what they are bound to. */
const toCertificate = (text: string) => text.replaceAll('validation=host', 'validation=tls-server-end-point')
const vkcToCertificate = '2a58ee4daa81ffd6fb0517a61b6aa028d67a93419e1517349626bc60211991b4'

const sent = (credentials: string) => GET.replace('\n\n', `\nAuthorization: ${credentials}\n\n`)
const exchange = {
  request: sent(key),
  response: `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: ${answered}\nContent-Length: 0\n\n`,
}
const verification = {
  request: sent(proof),
  response: `HTTP/1.1 200 OK\nAuthentication-Info: version=1, sid=${sid}, vks=${vks}\nContent-Length: 0\n\n`,
}

export const vectors: readonly Vector[] = [
  {
    name: 'req-KEX-C1',
    cite: 'RFC 8120 §4.2, with values of our own',
    request: GET,
    offer: `${common}, reason=initial`,
    secret,
    expect: [key],
  },
  {
    name: 'req-VFY-C',
    cite: 'RFC 8120 §4.4, with values of our own',
    request: GET,
    offer: answered,
    secret,
    earlier: [exchange],
    expect: [
      'eb6f4a80e6ca0211b1789f67a7f1650ae794bc609eb56af97583fca166502e4d',
      '01d1a56dba6a3aaa33f1d410d05b0d56c6280a2da18543d79e9a30b4a4f6ee0c0f',
      proof,
    ],
  },
  {
    name: 'the second request of a session',
    cite: 'RFC 8120 §6, with values of our own',
    request: GET,
    offer: `${common}, reason=initial`,
    secret,
    earlier: [exchange, verification],
    expect: [`${common}, sid=${sid}, nc=2, vkc=1618b1fcc30d1cdc17bc878282fcf413d468c9d00870248e4e95cecc622d6e99`],
  },
  {
    name: 'req-VFY-C, bound to a certificate',
    cite: 'RFC 8120 §7, with values of our own',
    request: GET,
    offer: toCertificate(answered),
    secret,
    earlier: [{ request: toCertificate(exchange.request), response: toCertificate(exchange.response) }],
    expect: [
      '01d1a56dba6a3aaa33f1d410d05b0d56c6280a2da18543d79e9a30b4a4f6ee0c0f',
      'a8224c9bb9864841bef541b986ad7634e2319910a11da05f55cc920d4e92cb7a',
      toCertificate(`${common}, sid=${sid}, nc=1, vkc=${vkcToCertificate}`),
    ],
  },
]
