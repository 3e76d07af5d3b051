/**
 * RFC 8292's example. Its private key is not printed, and ECDSA signs differently each time, so a demonstration key stands
 * in: header and claims are the RFC's to the letter. Its own token and key are verified in the tests.
 */

import type { Vector } from '../../auth/scheme.ts'

export const EXAMPLE = {
  t: 'eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.eyJhdWQiOiJodHRwczovL3B1c2guZXhhbXBsZS5uZXQiLCJleHAiOjE0NTM1MjM3NjgsInN1YiI6Im1haWx0bzpwdXNoQGV4YW1wbGUuY29tIn0.i3CYb7t4xfxCDquptFOepC9GAu_HLGkMlMuCGSK2rpiUfnK9ojFwDXb1JrErtmysazNjjvW2L9OkSSHzvoD1oA',
  k: 'BA1Hxzyi1RUM1b5wjxsn7nGxAszw2u61m164i3MrAIxHF6YK5h4SDYic-dRuU_RCPCfA5aq9ojSwk5Y2EmClBPs',
}

export const vectors: readonly Vector[] = [
  {
    name: 'push.example.net',
    cite: 'RFC 8292 §2.4',
    request:
      'POST /p/JzLQ3raZJfFBR0aqvOMsLrt54w4rJUsV HTTP/1.1\nHost: push.example.net\nTTL: 30\nContent-Length: 136\nContent-Encoding: aes128gcm\n\n',
    offer: 'vapid',
    // The private key of RFC 6979 §A.2.5.
    secret: {
      id: 'example',
      kind: 'vapid-key',
      privateKey: 'ya-p2EW6dRZrXCFXZ7HWk05Qw9s26JsSe4piKxIPZyE',
      subject: 'mailto:push@example.com',
    },
    // Twelve hours before the token ends.
    now: (1_453_523_768 - 12 * 60 * 60) * 1000,
    expect: [
      `vapid t=${EXAMPLE.t.split('.').slice(0, 2).join('.')}.`,
      '{"aud":"https://push.example.net","exp":1453523768,"sub":"mailto:push@example.com"}',
    ],
  },
]
