/** The draft's examples (draft-cavage-http-signatures-12 §C.1, §C.2). What it prints for §C.3 is examined in the test. */

import type { Secret, Vector } from '../../auth/scheme.ts'

const request =
  'POST /foo?param=value&pet=dog HTTP/1.1\nHost: example.com\nDate: Sun, 05 Jan 2014 21:31:40 GMT\nContent-Type: application/json\nDigest: SHA-256=X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=\nContent-Length: 18\n\n{"hello": "world"}'

/** The key that the draft prints: everybody knows it, and it is good for demonstrations only. */
const test: Secret = {
  id: 'test',
  kind: 'cavage-key',
  keyid: 'Test',
  alg: 'rsa-v1_5-sha256',
  e: 'AQAB',
  n: 'whRDRsN98hoocvdqQ42UIZdAt-qzyY_gr30gvPqtvIcQNetUBTVHdd8Lgk1HKtEHdqrAXv9oRcnNgwiSYNIdS-_PumeFDEexDnKX3VBPR395v4bPhVEeObgSXgytR0hRw_Gxyg-pL_BTxnyU6LXPtsYycKGIvtYaqdXyHpGsbMk',
  d: 'lHxmQJS_HmTO_6612XtPkyeit1PVO-hdckZcrtln5S68w1QJ03ZA9ziwGIBBa8vDVxIq3kOwpnxQROlg_Lyk9iecMTPZ0NiJp7D37ESm5vJ5bagfhnHvXCoG04qSrCtdr-nN2mK5xFGOTq8TphjsQEGz-Du5qdWkaJs5UASyofU',
}

export const vectors: readonly Vector[] = [
  {
    name: 'the date alone',
    cite: 'draft-cavage-http-signatures-12 §C.1',
    request,
    offer: 'Signature realm="Test"',
    secret: test,
    expect: [
      'date: Sun, 05 Jan 2014 21:31:40 GMT',
      'keyId="Test", algorithm="rsa-sha256", signature="SjWJWbWN7i0wzBvtPl8rbASWz5xQW6mcJmn+ibttBqtifLN7Sazz6m79cNfwwb8DMJ5cou1s7uEGKKCs+FLEEaDV5lp7q25WqS+lavg7T8hc0GppauB6hbgEKTwblDHYGEtbGmtdHgVCk9SuS13F0hZ8FD0k/5OxEPXe5WozsbM="',
    ],
  },
  {
    name: 'the request line, the host and the date',
    cite: 'draft-cavage-http-signatures-12 §C.2',
    request,
    offer: 'Signature realm="Test",headers="(request-target) host date"',
    secret: test,
    expect: [
      '(request-target): post /foo?param=value&pet=dog\nhost: example.com\ndate: Sun, 05 Jan 2014 21:31:40 GMT',
      'keyId="Test", algorithm="rsa-sha256", headers="(request-target) host date", signature="qdx+H7PHHDZgy4y/Ahn9Tny9V3GP6YgBPyUXMmoxWtLbHpUnXS2mg2+SbrQDMCJypxBLSPQR2aAjn7ndmw2iicw3HMbe8VfEdKFYRqzic+efkb3nndiv/x1xSHDJWeSWkx3ButlYSuBskLu6kd9Fswtemr3lgdDEmn04swr2Os0="',
    ],
  },
]
