/**
 * RFC 4559 shows what travels, with tokens that are none (see the test), and RFC 4178 has no examples. So this is the sample
 * ticket of the demonstration: its frame is that of RFC 4178 §4.2.1 and RFC 4121 §4.1, octet by octet.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

export const secret: Secret = {
  id: 'user',
  kind: 'kerberos-ticket',
  principal: 'user@EXAMPLE.COM',
  realm: 'EXAMPLE.COM',
  service: 'HTTP/www.example.com',
  sample: 'SAMPLE TICKET',
  sessionKey: 'demonstration session key',
}

/** What RFC 4559 §5 prints as a token of the client. */
export const PRINTED = 'a87421000492aa874209af8bc028'

export const vectors: readonly Vector[] = [
  {
    name: 'a sample ticket',
    cite: 'RFC 4559 §4.2, with a ticket that no KDC made',
    request: 'GET /dir/index.html HTTP/1.1\nHost: www.example.com\n\n',
    offer: 'Negotiate',
    secret,
    now: 1_000,
    expect: [
      // [APPLICATION 0], SPNEGO, NegTokenInit with Kerberos alone, and its token.
      'a00d300b06092a864886f712010202a281',
      // Kerberos, AP-REQ, version 5, type 14, mutual-required.
      '06092a864886f712010202010',
      'a003020105a10302010ea20703050020000000a3',
      'Negotiate YIH',
    ],
  },
]
