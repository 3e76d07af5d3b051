/** The example of RFC 2617 that is about Digest. */

import type { Printed } from '../printed.ts'

const FILE = 'GET /dir/index.html HTTP/1.1\nHost: www.nowhere.org\n'
const CHALLENGE = `${FILE}\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: Digest realm="testrealm@host.com", qop="auth,auth-int", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"\n\n`

const printed: readonly Printed[] = [
  { cite: 'RFC 2617 §3.5', example: { text: CHALLENGE, circumstances: { excerpt: true } }, finds: [] },
  {
    cite: 'RFC 2617 §3.5',
    example: {
      text: `${CHALLENGE}===\n${FILE}Authorization: Digest username="Mufasa", realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", uri="/dir/index.html", qop=auth, nc=00000001, cnonce="0a4f113b", response="6629fae49393a05397450978507c4ef1", opaque="5ccc069c403ebaf9f0171e9517f40e41"\n\n`,
      circumstances: { excerpt: true, passwords: [{ user: 'Mufasa', password: 'Circle Of Life' }] },
    },
    finds: [],
  },
]

export default printed
