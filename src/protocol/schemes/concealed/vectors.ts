/**
 * Concealed has no vector in its specification, only an example whose parameters are jokes. These were calculated by two
 * programs: key ID of RFC 9729 §5, keys of RFC 9421 §B.1. What the exporter gives is each connection's own.
 */

import type { Vector } from '../../auth/scheme.ts'

export const vectors: readonly Vector[] = [
  {
    name: 'Ed25519, an empty realm',
    cite: 'RFC 9729 §5',
    request: 'GET /basement HTTP/1.1\nHost: example.com\n\n',
    offer: 'Concealed',
    secret: {
      id: 'basement',
      kind: 'concealed-key',
      key: 'basement',
      algorithm: 'ed25519',
      d: 'n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU',
    },
    expect: [
      '080708626173656d656e742026b40b8f93fff3d897112f7ebc582b232dbd72517d082fe83cfb30ddce43d1bb0568747470730b6578616d706c652e636f6d01bb00',
      'Concealed k=YmFzZW1lbnQ, a=JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs, s=2055, v=',
    ],
  },
  {
    name: 'P-256, another port and a realm',
    cite: 'RFC 9729 §3.1',
    request: 'GET /basement HTTP/1.1\nHost: example.com:8443\n\n',
    offer: 'Concealed',
    secret: {
      id: 'cellar',
      kind: 'concealed-key',
      key: 'basement',
      algorithm: 'ecdsa_secp256r1_sha256',
      realm: 'Cellar',
      d: 'UpuF81l-kOxbjf7T4mNSv0r5tN67Gim7rnf6EFpcYDs',
    },
    expect: [
      '040308626173656d656e74404104a885586552c2acf6471878cfd7b0935b4ffe0fd2dfc341248ea17bc41e058af031ce2737d2d30ce0617e851e83c61ef5679d151867657649035d90a74cd9e85d0568747470730b6578616d706c652e636f6d20fb0643656c6c6172',
      's=1027, v=',
      ', realm="Cellar"',
    ],
  },
]
