/**
 * Tokens that are bound to a client certificate (RFC 8705). The handshake is modelled: a connection says which certificate
 * it began with, and nothing is negotiated.
 */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Secret } from '../../../../protocol/auth/scheme.ts'
import { base64url, fromBase64 } from '../../../../protocol/text/octets.ts'
import { bearerToken, RESOURCE_SERVER } from '../../bound-tokens.ts'
import type { Place } from '../../place.ts'

/** Self-signed, `CN=aladdin` and so on, DER in Base64. Their private keys were thrown away: nobody signs here. */
const CERTIFICATES = {
  aladdin:
    'MIIBCzCBsgIBATAKBggqhkjOPQQDAjASMRAwDgYDVQQDDAdhbGFkZGluMB4XDTI0MDEwMTAwMDAwMFoXDTQ5MTIzMTIzNTk1OVowEjEQMA4GA1UEAwwHYWxhZGRpbjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCTxkM/hw6ST49c0hXY2ahxWvQ0OhapEN2/lH1XCeqXjQ3vq9JU6FJdfvLGrmzFQ44s8Jp6pdBwCwFXiW1i+khswCgYIKoZIzj0EAwIDSAAwRQIgN6TRnjJ1dZzuhR/hvYTb5lQh5H+tKF8rzAvNa0LXg84CIQCCO8N1RcWEfu/lmfuTLPwaCB1GCWfrzmdlgSoJMMw0DA==',
  ada: 'MIIBAzCBqgIBATAKBggqhkjOPQQDAjAOMQwwCgYDVQQDDANhZGEwHhcNMjQwMTAxMDAwMDAwWhcNNDkxMjMxMjM1OTU5WjAOMQwwCgYDVQQDDANhZGEwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQU7aDLSJo2YQYX4HLHvuBZED5fa4vyKdXRiDw9SsbxXQBKwSx/7jMKwuK3nagd3LDq2V5gLUmTIJTJ6kGHTmgzMAoGCCqGSM49BAMCA0gAMEUCIQC0zyseS0IxCRVdJ6litl9by9UH2C5MQf2iiphp6s0PZgIgQAy8ZVE0AQhxpkSWlHgQIaxEcRaHycbTu1ASQrsbpVw=',
  mufasa:
    'MIIBCDCBsAIBATAKBggqhkjOPQQDAjARMQ8wDQYDVQQDDAZtdWZhc2EwHhcNMjQwMTAxMDAwMDAwWhcNNDkxMjMxMjM1OTU5WjARMQ8wDQYDVQQDDAZtdWZhc2EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAATmzFgFUZ7tFDy3VwlSnUVcV8coUmwp0CJF51999PAzP6MIy2+ksVMBEOks6V7kUDYUhiGRxJp1/QHuSvw6AF6yMAoGCCqGSM49BAMCA0cAMEQCICKXD6tPCzevGyJuBOy+7kmKZcn6tm3Ll/39wkb9lBPrAiBbStWYBTvDmEYlUzNDmKYowF+Alfg18TtZWGOUXWAuQw==',
} as const

const certificate = (user: keyof typeof CERTIFICATES): Secret => ({
  id: `${user}/certificate`,
  kind: 'certificate',
  certificate: CERTIFICATES[user],
})

/** What a token says of the certificate that it is bound to (RFC 8705 §3.1). */
function bindingTo(user: keyof typeof CERTIFICATES) {
  const der = fromBase64(CERTIFICATES[user])
  if (!der) throw new Error(`The certificate of ${user} is not Base64`)
  return { cnf: { 'x5t#S256': base64url(sha256(der)) } }
}

const place: Place = {
  at: 'api.example.com/mtls',
  resources: [
    {
      path: '/mtls',
      methods: ['GET'],
      spaces: ['mtls'],
      lines: 'each',
      permits: { roles: [] },
      content: { type: 'application/json', body: { salary: 'three wishes a year' } },
    },
    {
      path: '/mtls/vault',
      methods: ['GET'],
      spaces: ['mtls'],
      lines: 'each',
      permits: { roles: [], scope: 'admin' },
      content: { type: 'application/json', body: { vault: 'Everybody’s salary' } },
    },
  ],
  spaces: (users) => [
    { id: 'mtls', scheme: 'bearer', realm: 'Payroll', users, settings: RESOURCE_SERVER, memory: null },
  ],
  secrets: (world) => ({
    aladdin: [bearerToken(world, 'aladdin/mtls-token', 'read', bindingTo('aladdin')), certificate('aladdin')],
    ada: [bearerToken(world, 'ada/mtls-token', 'read write admin', bindingTo('ada')), certificate('ada')],
    mufasa: [certificate('mufasa')],
  }),
}

export default place
