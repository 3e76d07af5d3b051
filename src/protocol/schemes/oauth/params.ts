/** The parameters of OAuth 1.0. `required` is said only where it holds for every request. */

import type { ParamSpec } from '../../auth/scheme.ts'
import type { Cite } from '../../text/cite.ts'
import { METHODS } from './signature.ts'

const sent = (cite: Cite, more: Partial<ParamSpec> = {}): ParamSpec => ({
  in: ['credentials'],
  cite,
  quoted: true,
  ...more,
})

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge', 'credentials'], cite: 'RFC 5849 §3.5.1', quoted: true },
  oauth_consumer_key: sent('RFC 5849 §3.1', { required: true }),
  oauth_token: sent('RFC 5849 §3.1'),
  oauth_signature_method: sent('RFC 5849 §3.1', { required: true, values: METHODS }),
  oauth_timestamp: sent('RFC 5849 §3.3'),
  oauth_nonce: sent('RFC 5849 §3.3'),
  oauth_version: sent('RFC 5849 §3.1', { values: ['1.0'] }),
  oauth_callback: sent('RFC 5849 §2.1'),
  oauth_verifier: sent('RFC 5849 §2.3'),
  oauth_signature: sent('RFC 5849 §3.4', { required: true }),
}
