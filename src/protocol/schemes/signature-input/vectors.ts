/**
 * The specification's examples of signed requests (RFC 9421 §B.2). Those with RSASSA-PSS hold a random salt: it was read
 * out of the printed signature, and is the client's chance here. The one of a response (§B.2.4) stands in the test.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

/** `test-request`, RFC 9421 §B.2. */
const request =
  'POST /foo?param=Value&Pet=dog HTTP/1.1\nHost: example.com\nDate: Tue, 20 Apr 2021 02:07:55 GMT\nContent-Type: application/json\nContent-Digest: sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:\nContent-Length: 18\n\n{"hello": "world"}'

/** What the server had asked for before, so that the client signs just that. */
const after = (wish: string) => ({
  request,
  offer: 'Signature-Input',
  now: 1618884473000,
  earlier: [{ request, response: `HTTP/1.1 403 Forbidden\nAccept-Signature: ${wish}\n\n` }],
})

/** The keys of RFC 9421 §B.1: everybody knows them, and they are good for demonstrations only. */
const rsaPss: Secret = {
  id: 'test-key-rsa-pss',
  kind: 'signing-key',
  keyid: 'test-key-rsa-pss',
  alg: 'rsa-pss-sha512',
  e: 'AQAB',
  n: 'r4tmm3r20Wd_PbqvP1s2-QEtvpuRaV8Yq40gjUR8y2Rjxa6dpG2GXHbPfvMs8ct-Lh1GH45x28Rw3Ry53mm-oAXjyQ86OnDkZ5N8lYbggD4O3w6M6pAvLkhk95AndTrifbIFPNU8PPMO7OyrFAHqgDsznjPFmTOtCEcN2Z1FpWgchwuYLPL-Wokqltd11nqqzi-bJ9cvSKADYdUAAN5WUtzdpiy6LbTgSxP7ociU4Tn0g5I6aDZJ7A8Lzo0KSyZYoA485mqcO0GVAdVw9lq4aOT9v6d-nb4bnNkQVklLQ3fVAvJm-xdDOp9LCNCN48V2pnDOkFV6-U9nV5oyc6XI2w',
  d: 'lAfIqfpCYomVShfAKnwf2lD9I0wKjkHsCtZCif4kAlwQqqW6N-tIL3bdOR-VWf0Q1ZBIDtpO91UrG7pansyrPERbNrRJlPiYEyPTHkCT1nD-l2isuiyGLNBNnFoKfBgA4KAbPJZQatFIV9Cn34JSHnpN5-2ehreGBYHtkwHFtlmzeF3yu5bqRcqOhx8lkYmBzDAEUFyyXjknU5-WjAT9DzuG0MpOTkcU1EnjnIjyVBZLUB5Lxm8puyq8hH8B_E5LNC-1oc8j-tDy98UvRTTiYvZvs87cGCFxg0LijNhg7CE3g9piNqB6DzMgA9MHSOwcElVtfKdYfo4H3OHZXsSmEQ',
}
const shared: Secret = {
  id: 'test-shared-secret',
  kind: 'signing-key',
  keyid: 'test-shared-secret',
  alg: 'hmac-sha256',
  k: 'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==',
}
const ed25519: Secret = {
  id: 'test-key-ed25519',
  kind: 'signing-key',
  keyid: 'test-key-ed25519',
  alg: 'ed25519',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
}

export const vectors: readonly Vector[] = [
  {
    name: 'nothing but parameters, RSASSA-PSS',
    cite: 'RFC 9421 §B.2.1',
    ...after('sig-b21=();created;nonce="b3k2pp5k7z-50gnwp.yemd"'),
    secret: rsaPss,
    random: ['VcfJXpsPFTBWoaBS8ibw/Hl62jyj1ZIVOx1fjFvBf8BbGbja2Wrfp/BAFk90pAKcGqXqy2M9oZ2Yv8Br4ocTVg=='],
    expect: [
      'sig-b21=();created=1618884473;keyid="test-key-rsa-pss";nonce="b3k2pp5k7z-50gnwp.yemd"',
      'sig-b21=:d2pmTvmbncD3xQm8E9ZV2828BjQWGgiwAaw5bAkgibUopemLJcWDy/lkbbHAve4cRAtx31Iq786U7it++wgGxbtRxf8Udx7zFZsckzXaJMkA7ChG52eSkFxykJeNqsrWH5S+oxNFlD4dzVuwe8DhTSja8xxbR/Z2cOGdCbzR72rgFWhzx2VjBqJzsPLMIQKhO4DGezXehhWwE56YCE+O6c0mKZsfxVrogUvA4HELjVKWmAvtl6UnCh8jYzuVG5WSb/QEVPnP5TmcAnLH1g+s++v6d4s8m0gCw1fV5/SITLq9mhho8K3+7EPYTU8IU1bLhdxO5Nyt8C8ssinQ98Xw9Q==:',
    ],
  },
  {
    name: 'selected components, RSASSA-PSS',
    cite: 'RFC 9421 §B.2.2',
    ...after('sig-b22=("@authority" "content-digest" "@query-param";name="Pet");created;tag="header-example"'),
    secret: rsaPss,
    random: ['m0hv+R5j4YA5XaYlxcfU6A+WaRFP7XLy0lauvGddaSWXQWYIZ8HB7m2ebnvxotP5XTCnocb76eqzbNOmGVQ/oQ=='],
    expect: [
      'sig-b22=("@authority" "content-digest" "@query-param";name="Pet");created=1618884473;keyid="test-key-rsa-pss";tag="header-example"',
      'sig-b22=:LjbtqUbfmvjj5C5kr1Ugj4PmLYvx9wVjZvD9GsTT4F7GrcQEdJzgI9qHxICagShLRiLMlAJjtq6N4CDfKtjvuJyE5qH7KT8UCMkSowOB4+ECxCmT8rtAmj/0PIXxi0A0nxKyB09RNrCQibbUjsLS/2YyFYXEu4TRJQzRw1rLEuEfY17SARYhpTlaqwZVtR8NV7+4UKkjqpcAoFqWFQh62s7Cl+H2fjBSpqfZUJcsIk4N6wiKYd4je2U/lankenQ99PZfB4jY3I5rSV2DSBVkSFsURIjYErOs0tFTQosMTAoxk//0RoKUqiYY8Bh0aaUEb0rQl3/XaVe4bXTugEjHSw==:',
    ],
  },
  {
    name: 'full coverage, RSASSA-PSS',
    cite: 'RFC 9421 §B.2.3',
    ...after(
      'sig-b23=("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created',
    ),
    secret: rsaPss,
    random: ['CNavNdjVReD5hX4g4zcBOX+zIjaUNFvaM9MjHOzr0P07TfOh+LVuMtK5IAB8Yj8xMRPXfl/mRsFBOYIMaV8d1w=='],
    expect: [
      '"@query": ?param=Value&Pet=dog\n"@authority": example.com\n',
      'sig-b23=:bbN8oArOxYoyylQQUU6QYwrTuaxLwjAC9fbY2F6SVWvh0yBiMIRGOnMYwZ/5MR6fb0Kh1rIRASVxFkeGt683+qRpRRU5p2voTp768ZrCUb38K0fUxN0O0iC59DzYx8DFll5GmydPxSmme9v6ULbMFkl+V5B1TP/yPViV7KsLNmvKiLJH1pFkh/aYA2HXXZzNBXmIkoQoLd7YfW91kE9o/CCoC1xMy7JA1ipwvKvfrs65ldmlu9bpG6A9BmzhuzF8Eim5f8ui9eH8LZH896+QIF61ka39VBrohr9iyMUJpvRX2Zbhl5ZJzSRxpJyoEZAFL2FUo5fTIztsDZKEgM4cUA==:',
    ],
  },
  {
    name: 'HMAC-SHA-256',
    cite: 'RFC 9421 §B.2.5',
    ...after('sig-b25=("date" "@authority" "content-type");created'),
    secret: shared,
    expect: [
      'sig-b25=("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
      'sig-b25=:pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=:',
    ],
  },
  {
    name: 'Ed25519',
    cite: 'RFC 9421 §B.2.6',
    ...after('sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created'),
    secret: ed25519,
    expect: [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT\n"@method": POST\n"@path": /foo\n"@authority": example.com\n"content-type": application/json\n"content-length": 18\n"@signature-params": ("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
      'sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:',
    ],
  },
]
