/** Whether an exchange has to do with authentication at all: asked of thousands, so it looks at names and little else. */

import type { HttpMessage } from '../protocol/http/message.ts'
import { isKeyField } from './rules/key-fields.ts'
import type { Sighting } from './view.ts'

/** 401, 403, 407; too many tries (RFC 6585 §4); a network that wants a login first (§6). */
const STATUSES = [401, 403, 407, 429, 511]

const FIELDS =
  /^(?:(?:www|proxy)-authenticate|(?:proxy-)?authorization|(?:proxy-)?authentication-info|dpop(?:-nonce)?|signature(?:-input)?|accept-signature|x-amz-security-token|x-csrf-token|x-xsrf-token|clear-site-data|optional-www-authenticate|authentication-control)$/

/** Names under which frameworks keep sessions and tokens. */
const SESSION =
  /(?:^|[\s;,])[^=;\s]{0,100}(?:sess|sid|auth|token|jwt|login|remember|csrf|xsrf|sso|identity|\.aspxauth)[^=;\s]{0,100}=/i

/** Endpoints of logins and of OAuth (RFC 6749 §3, RFC 8414 §3, RFC 9728 §3), and secrets in a query. */
const TARGET =
  /\/(?:oauth2?|oidc|openid|saml2?|sso|log-?in|log-?out|sign-?in|sign-?out|auth|authn|authenticate|authorize|authorization|token|tokens|introspect|revoke|userinfo|jwks(?:\.json)?|session|sessions|callback|device_authorization|par)(?:[/?#.]|$)|\/\.well-known\/|[?&#](?:access_token|id_token|refresh_token|code|token|api_?key|key|sig|signature|x-amz-signature|client_id|client_secret)=|\/\/[^\s/?#]{1,200}@/i

/** Pairs of a form, members of an object. */
const BODY =
  /(?:^|[&"])(?:grant_type|client_secret|password|access_token|refresh_token|id_token|error_description)(?:=|"\s{0,9}:)/

/** How much of a body is looked at. */
const ENOUGH = 1000

export function concernsAuthentication({ request, response }: Sighting): boolean {
  if (response && STATUSES.includes(response.line.code)) return true
  return (
    (request !== undefined && (TARGET.test(request.line.target.text.slice(0, 4000)) || touches(request))) ||
    (response !== undefined && touches(response))
  )
}

function touches(message: HttpMessage): boolean {
  return (
    message.fields.some(({ name, value }) => {
      const lower = name.text.toLowerCase()
      if (FIELDS.test(lower) || isKeyField(lower)) return true
      if (lower === 'cookie' || lower === 'set-cookie') return SESSION.test(value.text.slice(0, 8000))
      if (lower === 'location') return TARGET.test(value.text.slice(0, 4000))
      return lower.startsWith('access-control-') && /\bauthorization\b/i.test(value.text)
    }) || BODY.test(message.body.text.slice(0, ENOUGH))
  )
}
