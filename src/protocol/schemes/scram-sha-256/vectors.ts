/**
 * The example of RFC 7677, carried over HTTP as RFC 7804 does, message by message; and its login taken up again, which
 * RFC 7804 §5.1 shows with a proof that can't be right (see the misprints in the tests). Each `random` is a client nonce.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'
import { writeData } from './messages.ts'

const GET = 'GET /resource HTTP/1.1\nHost: server.example.com\n\n'
const secret: Secret = { id: 'user', kind: 'password', username: 'user', password: 'pencil' }
const nonce = 'rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0'
const realm = 'realm="testrealm@example.com"'
const sid = 'sid=AAAABBBBCCCCDDDD'

const clientFirst = 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO'
const serverFirst = `r=${nonce},s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096`
const clientFinal = `c=biws,r=${nonce},p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=`
const serverFinal = 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4='

const data = (message: string) => `data="${writeData(message)}"`
const sent = (credentials: string) => GET.replace('\n\n', `\nAuthorization: SCRAM-SHA-256 ${credentials}\n\n`)
const refused = (challenge: string) =>
  `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-256 ${challenge}\nContent-Length: 0\n\n`

const opened = { request: sent(`${realm}, ${data(clientFirst)}`), response: refused(`${sid}, ${data(serverFirst)}`) }
const confirmed = {
  request: sent(`${sid}, ${data(clientFinal)}`),
  response: `HTTP/1.1 200 OK\nAuthentication-Info: ${sid}, ${data(serverFinal)}\nContent-Length: 0\n\n`,
}

export const vectors: readonly Vector[] = [
  {
    name: 'the first message',
    cite: 'RFC 7677 §3',
    request: GET,
    offer: `SCRAM-SHA-256 ${realm}`,
    secret,
    random: ['rOprNGfwEbeRWgbNEkqO'],
    expect: [
      `SCRAM-SHA-256 ${realm}, ${data(clientFirst)}`,
      clientFirst,
      'biwsbj11c2VyLHI9ck9wck5HZndFYmVSV2diTkVrcU8=',
    ],
  },
  {
    name: 'the last message',
    cite: 'RFC 7677 §3',
    request: GET,
    offer: `SCRAM-SHA-256 ${sid}, ${data(serverFirst)}`,
    secret,
    earlier: [opened],
    expect: [
      'c4a49510323ab4f952cac1fa99441939e78ea74d6be81ddf7096e87513dc615d',
      'a60fc923d67e8644a92d16b96eda5ef4656b0c725c484374be25535576996e8b',
      '586e5df283e6dceb5c3e791d8b8528ec191e664045ce971792e2e6b5bb13e2a6',
      clientFinal,
      `SCRAM-SHA-256 ${sid}, ${data(clientFinal)}`,
    ],
  },
  {
    name: 'once more, in one round trip',
    cite: 'RFC 7804 §5.1, with a proof that is right (calculated by two programs)',
    request: GET,
    offer: `SCRAM-SHA-256 ${realm}, sr="%hvYDpWUa2RaTCAfuxFIlj)hNlF"`,
    secret,
    earlier: [opened, confirmed],
    expect: [
      'c=biws,r=rOprNGfwEbeRWgbNEkqO4096%hvYDpWUa2RaTCAfuxFIlj)hNlF,p=4xf/gtFmWfitSTcgngN3UvQ/FEKSJQnLvP0i7KeNgNg=',
      `SCRAM-SHA-256 ${realm}, data="`,
    ],
  },
]
