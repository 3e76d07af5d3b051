/** Names under which secrets travel: parameters of credentials, members of bodies, pairs of queries, fields. */

import { isKeyField } from './rules/key-fields.ts'

export type SecretKind = 'password' | 'token' | 'signature' | 'key' | 'cookie' | 'proof'

/**
 * Parameters of credentials that are no secrets. All others are masked: what an unknown scheme shows may be one.
 */
const OPEN =
  /^(?:realm|nonce|nextnonce|uri|algorithm|qop|nc|opaque|username\*?|userhash|stale|domain|charset|keyid|headers|created|expires|credential|signedheaders|oauth_(?:consumer_key|signature_method|timestamp|nonce|version|callback)|id|ts|ext|app|dlg|hash|sid|kid|alg|v|s|k|a|version|scope|challenge|tag|access|path|host|auth-scope|reason|error.*|token_type|client_id|issuer|iss|aud)$/i

const SIGNATURE = /^(?:oauth_signature|signature|sig|mac|result|x-(?:amz|goog)-signature|hmac)$/i
const PROOF = /^(?:response|rspauth|cnonce|data|p|kc1|vkc1|ks1|vks1|proof)$/i
const PASSWORD =
  /^(?:(?:new_?|old_?|current_?|user_?)?(?:password|passwd|passphrase|pwd|pass)(?:_?confirm(?:ation)?)?|pin|otp|totp)$/i
const KEY =
  /^(?:client_?secret|(?:x_?)?api_?key|(?:app|access|auth|secret|private|shared|signing)_?(?:key|secret)|secret|shared_?secret|subscription[-_]key|key|awsaccesskeyid|ocp-apim-subscription-key)$/i
const TOKEN =
  /^(?:(?:access|refresh|id|auth|session|csrf|xsrf|device|subject|actor|user|bot|bearer|registration_access|initial_access|oauth|logout|security|x-amz-security|private)?[-_]?token|code|code_verifier|device_code|user_code|assertion|client_assertion|saml(?:response|request|art)|auth_?code|ticket|jwt|oauth_verifier|request|auth_req_id|sessionid|session_id|jsessionid|phpsessid|sid|x-amz-security-token|id_token_hint|login_ticket|continue|interact_ref)$/i

/** The kind of secret that a parameter of credentials is; undefined where it is none. */
export const kindOfParam = (name: string): SecretKind | undefined =>
  OPEN.test(name) ? undefined : (kindOfName(name) ?? 'token')

/** The kind of secret that stands under a name in a body or a query; undefined where none does. */
export function kindOfName(name: string): SecretKind | undefined {
  if (PASSWORD.test(name)) return 'password'
  if (SIGNATURE.test(name)) return 'signature'
  if (KEY.test(name)) return 'key'
  if (TOKEN.test(name)) return 'token'
  return PROOF.test(name) ? 'proof' : undefined
}

/** In bodies, words are common that are only names of parameters in credentials: an error has a `code`, data a `response`. */
export const kindOfMember = (name: string): SecretKind | undefined => {
  const kind = /^(?:request|continue|key|pin|pass)$/i.test(name) ? undefined : kindOfName(name)
  return kind === 'proof' ? undefined : kind
}

/** Fields that hold one secret and nothing else. `name` in lower case. */
export function kindOfField(name: string): SecretKind | undefined {
  if (isKeyField(name)) return 'key'
  if (
    /^(?:dpop|.*-(?:security-token|jwt-assertion|csrf-token|xsrf-token|access-jwt-assertion|id-token)|.*-data)$/.test(
      name,
    )
  ) {
    return name.endsWith('-data') && name !== 'x-amzn-oidc-data' ? undefined : 'token'
  }
  if (/^(?:.*-signature(?:-256)?)$/.test(name)) return 'signature'
  return /(?:^|-)(?:secret|password)$/.test(name) ? 'password' : undefined
}
