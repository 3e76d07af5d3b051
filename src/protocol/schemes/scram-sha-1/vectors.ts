/** The example of RFC 5802, carried over HTTP as RFC 7804 does. The `random` is the client's nonce. */

import type { Secret, Vector } from '../../auth/scheme.ts'
import { writeData } from '../scram-sha-256/messages.ts'

const GET = 'GET /resource HTTP/1.1\nHost: server.example.com\n\n'
const secret: Secret = { id: 'user', kind: 'password', username: 'user', password: 'pencil' }
const realm = 'realm="testrealm@example.com"'
const sid = 'sid=AAAABBBBCCCCDDDD'

const clientFirst = 'n,,n=user,r=fyko+d2lbbFgONRv9qkxdawL'
const nonce = 'fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j'
const serverFirst = `r=${nonce},s=QSXCR+Q6sek8bf92,i=4096`
const data = (message: string) => `data="${writeData(message)}"`

export const vectors: readonly Vector[] = [
  {
    name: 'the first message',
    cite: 'RFC 5802 §5',
    request: GET,
    offer: `SCRAM-SHA-1 ${realm}`,
    secret,
    random: ['fyko+d2lbbFgONRv9qkxdawL'],
    expect: [`SCRAM-SHA-1 ${realm}, ${data(clientFirst)}`, clientFirst],
  },
  {
    name: 'the last message',
    cite: 'RFC 5802 §5',
    request: GET,
    offer: `SCRAM-SHA-1 ${sid}, ${data(serverFirst)}`,
    secret,
    earlier: [
      {
        request: GET.replace('\n\n', `\nAuthorization: SCRAM-SHA-1 ${realm}, ${data(clientFirst)}\n\n`),
        response: `HTTP/1.1 401 Unauthorized\nWWW-Authenticate: SCRAM-SHA-1 ${sid}, ${data(serverFirst)}\n\n`,
      },
    ],
    expect: [
      '1d96ee3a529b5a5f9e47c01f229a2cb8a6e15f7d',
      `c=biws,r=${nonce},p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=`,
      `SCRAM-SHA-1 ${sid}, data="`,
    ],
  },
]
