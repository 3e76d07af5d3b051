/** The public keys that verify ID tokens (RFC 7517 §5). The key of access tokens is shared, so it is not among them. */

import { publicKeyOf } from '../../keys/p256.ts'
import type { Endpoint } from './inquiry.ts'

export const jwks: Endpoint = ({ settings: { idKeys } }) => {
  const { kid, d } = idKeys.ES256
  const { n, e, kid: other } = idKeys.RS256
  return {
    status: 200,
    fields: [['Cache-Control', 'public, max-age=3600']],
    body: {
      keys: [
        { ...publicKeyOf(d), kid, use: 'sig', alg: 'ES256' },
        { kty: 'RSA', n, e, kid: other, use: 'sig', alg: 'RS256' },
      ],
    },
  }
}
