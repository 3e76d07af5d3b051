/** The examples of RFC 9635, unfolded (RFC 8792). */

import type { Printed } from '../printed.ts'

const printed: readonly Printed[] = [
  {
    cite: 'RFC 9635 §7.2',
    example:
      'GET /stuff HTTP/1.1\nHost: resource.example.com\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\nSignature-Input: sig1=("@method" "@target-uri" "authorization");created=1618884473;keyid="gnap-rsa";nonce="NAOEJF12ER2";tag="gnap"\nSignature: sig1=:FQ+EjWqc38uLFByKa5y+c4WyYYwCTGUhidWKfr5L1Cha8FiPEwDxG7nWttpBLS/B6VLfkZJogPbclySs9MDIsAIJwHnzlcJjwXWR2lfvm2z3X7EkJHmZp4SmyKOS34luAiKR1xwf32NYFolHmZf/SbHZJuWvQuS4U33C+BbsXz8MflFH1DhtH/C1E5i244gSbdLCPxzABc/Q0NHVSLo1qaouYIvnxXB8OT3K7mwWjsLh1GC5vFThb3XQ363r6f0OPRa4qWHhubR/d/J/lNOjbBdjq9AJ69oqNJ+A2XT+ZCrVasEJE0OBvDauQoiywhb8BMB7+PEINsPk5/8UvaNxbw==:\n\n',
    finds: [],
  },
  {
    cite: 'RFC 9635 §7.2',
    example:
      'GET /stuff HTTP/1.1\nHost: resource.example.com\nAuthorization: Bearer OS9M2PMHKUR64TB8N6BW7OZB8CDFONP219RP1LT0\n\n',
    finds: [],
  },
  {
    cite: 'RFC 9635 §7.3.1',
    example:
      'POST /gnap HTTP/1.1\nHost: server.example.com\nContent-Type: application/json\nContent-Length: 988\nContent-Digest: sha-256=:q2XBmzRDCREcS2nWo/6LYwYyjrlN1bRfv+HKLbeGAGg=:\nSignature-Input: sig1=("@method" "@target-uri" "content-digest" "content-length" "content-type");created=1618884473;keyid="gnap-rsa";nonce="NAOEJF12ER2";tag="gnap"\nSignature: sig1=:c2uwTa6ok3iHZsaRKl1ediKlgd5cCAYztbym68XgX8gSOgK0Bt+zLJ19oGjSAHDjJxX2gXP2iR6lh9bLMTfPzbFVn4Eh+5UlceP+0Z5mES7v0R1+eHeOqBl0YlYKaSQ11YT7n+cwPnCSdv/6+62m5zwXEEftnBeA1ECorfTuPtau/yrTYEvD9A/JqR2h9VzAE17kSlSSsDHYA6ohsFqcRJavX29duPZDfYgkZa76u7hJ23yVxoUpu2J+7VUdedN/72N3u3/z2dC8vQXbzCPTOiLru12lb6vnBZoDbUGsRR/zHPauxhj9T+218o5+tgwYXw17othJSxIIOZ9PkIgz4g==:\n\n{\n    "access_token": {\n        "access": [\n            "dolphin-metadata"\n        ]\n    },\n    "interact": {\n        "start": ["redirect"],\n        "finish": {\n            "method": "redirect",\n            "uri": "https://client.foo/callback",\n            "nonce": "VJLO6A4CAYLBXHTR0KRO"\n        }\n    },\n    "client": {\n      "key": {\n        "proof": "httpsig",\n        "jwk": {\n            "kid": "gnap-rsa",\n            "kty": "RSA",\n            "e": "AQAB",\n            "alg": "PS512",\n            "n": "hYOJ-XOKISdMMShn_G4W9m20mT0VWtQBsmBBkI2cmRt4Ai8BfYdHsFzAtYKOjpBR1RpKpJmVKxIGNy0g6Z3ad2XYsh8KowlyVy8IkZ8NMwSrcUIBZGYXjHpwjzvfGvXH_5KJlnR3_uRUp4Z4Ujk2bCaKegDn11V2vxE41hqaPUnhRZxe0jRETddzsE3mu1SK8dTCROjwUl14mUNo8iTrTm4n0qDadz8BkPo-uv4BC0bunS0K3bA_3UgVp7zBlQFoFnLTO2uWp_muLEWGl67gBq9MO3brKXfGhi3kOzywzwPTuq-cVQDyEN7aL0SxCb3Hc4IdqDaMg8qHUyObpPitDQ"\n        }\n      }\n      "display": {\n        "name": "My Client Display Name",\n        "uri": "https://client.foo/"\n      },\n    }\n}',
    finds: [],
  },
  {
    cite: 'RFC 9635 §9.1',
    example: {
      text: 'GET /resource HTTP/1.1\nHost: rs.example\n\n---\nHTTP/1.1 401 Unauthorized\nWWW-Authenticate: GNAP as_uri=https://as.example/tx;access=FWWIKYBQ6U56NL1;referrer=https://rs.example\n\n',
      circumstances: { excerpt: true },
    },
    // The separators are semicolons, and the addresses stand without quotes.
    finds: [
      ...['auth-param-semicolon', 'auth-param-semicolon'],
      ...['auth-param-value-needs-quotes', 'auth-param-value-needs-quotes'],
    ],
  },
]

export default printed
