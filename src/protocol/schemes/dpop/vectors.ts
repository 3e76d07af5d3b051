/**
 * DPoP's example from the specification (RFC 9449 §7.1). Its private key is not printed there, so a key of ours signs; hash
 * and claims come out as printed. That the printed signatures are right, `dpop.test.ts` says.
 */

import type { Vector } from '../../auth/scheme.ts'

export const vectors: readonly Vector[] = [
  {
    name: 'ath and claims of a resource request',
    cite: 'RFC 9449 §7.1',
    request: 'GET /protectedresource HTTP/1.1\nHost: resource.example.org\n\n',
    offer: 'DPoP algs="ES256 PS256"',
    secret: {
      id: 'example',
      kind: 'dpop-key',
      d: 'LcGmU3yCmT0bl9dCX3A1Iqkq2cOzhX1nHcbNZGN5bkA',
      token: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
    },
    random: ['e1j3V/bKic8+LAEB'],
    now: 1_562_262_618_000,
    expect: [
      'DPoP Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
      'fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo',
      '.eyJqdGkiOiJlMWozVl9iS2ljOC1MQUVCIiwiaHRtIjoiR0VUIiwiaHR1IjoiaHR0cHM6Ly9yZXNvdXJjZS5leGFtcGxlLm9yZy9wcm90ZWN0ZWRyZXNvdXJjZSIsImlhdCI6MTU2MjI2MjYxOCwiYXRoIjoiZlVIeU8ycjJaM0RaNTNFc05yV0JiMHhXWG9hTnk1OUlpS0NBcWtzbVFFbyJ9.',
    ],
  },
  {
    name: 'a nonce that the server gave',
    cite: 'RFC 9449 §9',
    request: 'GET /protectedresource HTTP/1.1\nHost: resource.example.org\n\n',
    offer: 'DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"',
    secret: {
      id: 'example',
      kind: 'dpop-key',
      d: 'LcGmU3yCmT0bl9dCX3A1Iqkq2cOzhX1nHcbNZGN5bkA',
      token: 'Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU',
    },
    earlier: [
      {
        request: 'GET /protectedresource HTTP/1.1\nHost: resource.example.org\n\n',
        response:
          'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: DPoP error="use_dpop_nonce", error_description="Resource server requires nonce in DPoP proof"\nDPoP-Nonce: eyJ7S_zG.eyJH0-Z.HX4w-7v\n\n',
      },
    ],
    expect: ['"nonce":"eyJ7S_zG.eyJH0-Z.HX4w-7v"'],
  },
]
