/**
 * GNAP's own examples can't be calculated again: their signatures are cut short or random. These are after RFC 9635 §7.3.1,
 * with the key of RFC 9421 §B.1.4, and were calculated by two programs.
 */

import type { Secret, Vector } from '../../auth/scheme.ts'

const key: Secret = {
  id: 'gnap-ed25519',
  kind: 'gnap-key',
  keyid: 'gnap-ed25519',
  alg: 'ed25519',
  d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
}
const own = 'RFC 9635 §7.3.1, with the key of RFC 9421 §B.1.4'
const terms = { secret: key, now: 1618884475000, random: ['AAECAwQFBgcICQoL'] }

/** What the server had answered to the grant request. */
const granted = {
  request: 'POST /tx HTTP/1.1\nHost: server.example.com\n\n',
  response:
    'HTTP/1.1 200 OK\n\n{"continue": {"access_token": {"value": "80UPRY5NM33OMUKMKSKU"}, "uri": "https://server.example.com/continue"}}',
}

export const vectors: readonly Vector[] = [
  {
    name: 'going on with a grant',
    cite: own,
    ...terms,
    request:
      'POST /continue HTTP/1.1\nHost: server.example.com\nContent-Type: application/json\n\n{"interact_ref": "4IFWWIKYB2PQ6U56NL1"}',
    offer: 'GNAP as_uri="https://server.example.com/tx"',
    earlier: [granted],
    expect: [
      'GNAP 80UPRY5NM33OMUKMKSKU',
      'sha-256=:eSWsBRIfFv17iPhUj26AUCzbCHMF/JggoCPIS6kVyjQ=:',
      'sig1=("@method" "@target-uri" "authorization" "content-digest");created=1618884475;keyid="gnap-ed25519";nonce="AAECAwQFBgcICQoL";tag="gnap"',
      'sig1=:csjas+AUFt3p2V3RPcMPQjrK95X6RgmuVBCEXNKAVwjg2Z3JUp0nBS3kujrVCR3AaCFmvopQhMAA/uUd3R0bCQ==:',
    ],
  },
  {
    name: 'a resource',
    cite: own,
    ...terms,
    request: 'GET /resource HTTP/1.1\nHost: server.example.com\nAuthorization: GNAP 80UPRY5NM33OMUKMKSKU\n\n',
    offer: 'GNAP as_uri="https://server.example.com/tx", access="FWWIKYBQ6U56NL1"',
    expect: [
      '"@method": GET\n"@target-uri": https://server.example.com/resource\n"authorization": GNAP 80UPRY5NM33OMUKMKSKU\n',
      'sig1=:zNz4U7BAtf+HLqwC6Q6QE2BRblcuNIaKCVS2hbRdZc1vfNZPVledrarnu2nK7y/2h5cDGa5u7yX/0/xoxzHMAQ==:',
    ],
  },
]
