/** What a client says about itself, by registration or in a document of its own (RFC 7591 §2). */

import type { Json } from '../../auth/scheme.ts'
import { isObject } from '../../jose/jwt.ts'
import type { P256Key } from '../../keys/p256.ts'
import { pointOf } from '../../keys/p256.ts'
import type { Span } from '../../text/span.ts'
import type { Failure, Inquiry } from './inquiry.ts'
import { within } from './scope.ts'
import { CLIENT_METHODS, type Client, DEVICE_GRANT, ID_TOKEN_ALGORITHMS } from './settings.ts'

export type Members = { readonly [member: string]: Json | undefined }

const GRANTS = ['authorization_code', 'refresh_token', 'client_credentials', DEVICE_GRANT]

export function readMetadata(text: string): Members | undefined {
  try {
    const value: Json = JSON.parse(text)
    return isObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

const wrong = (description: string, error = 'invalid_client_metadata'): Failure => ({ error, description })

/** The client, with what RFC 7591 §2 presumes where it says nothing. */
export function clientFrom(
  { ask, settings }: Pick<Inquiry, 'ask' | 'settings'>,
  members: Members,
  id: string,
  saw: readonly Span[],
): Client | Failure {
  const method = CLIENT_METHODS.find((each) => each === (members.token_endpoint_auth_method ?? 'client_secret_basic'))
  const grants = listOf(members.grant_types ?? ['authorization_code'])
  const redirects = listOf(members.redirect_uris ?? [])
  const scope = members.scope ?? settings.scopes.join(' ')
  const alg = ID_TOKEN_ALGORITHMS.find((each) => each === (members.id_token_signed_response_alg ?? 'RS256'))
  const key = keyIn(members.jwks)
  if (!ask('form', 'metadata-method', method !== undefined, { saw, cite: 'RFC 7591 §2' }) || !method)
    return wrong('token_endpoint_auth_method is unknown')
  if (
    !ask('form', 'metadata-grants', grants?.every((each) => GRANTS.includes(each)) === true, {
      saw,
      cite: 'RFC 7591 §2',
    }) ||
    !grants
  )
    return wrong('grant_types holds an unknown grant')
  const codes = grants.includes('authorization_code')
  const addresses = redirects?.every(isRedirect) === true && (redirects.length > 0 || !codes)
  if (!ask('form', 'metadata-redirects', addresses, { saw, cite: 'RFC 7591 §5' }) || !redirects)
    return wrong('redirect_uris has to hold addresses without fragments', 'invalid_redirect_uri')
  const scoped = typeof scope === 'string' && within(scope, settings.scopes.join(' '))
  if (!ask('form', 'metadata-scope', scoped, { saw, cite: 'RFC 7591 §2' }) || !scoped) return wrong('scope is unknown')
  const keyed = alg !== undefined && (method !== 'private_key_jwt' || key !== undefined)
  if (!ask('form', 'metadata-keys', keyed, { saw, cite: 'RFC 7591 §2' }) || !alg)
    return wrong('A key or an algorithm is missing or unknown')
  const name = typeof members.client_name === 'string' ? members.client_name : id
  const bound = members.dpop_bound_access_tokens === true
  const pushes = members.require_pushed_authorization_requests === true
  return { id, name, owner: 'ada', method, key, redirects, grants, scope, idToken: alg, bound, pushes }
}

function listOf(value: Json): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const texts = value.filter((each): each is string => typeof each === 'string')
  return texts.length === value.length ? texts : undefined
}

/** Over TLS, to the own machine, or by a name that belongs to a program; never with a fragment (RFC 6749 §3.1.2, RFC 8252 §7). */
function isRedirect(uri: string): boolean {
  const loopback = /^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::[0-9]+)?(?:\/|$)/
  return (
    URL.canParse(uri) &&
    !uri.includes('#') &&
    (/^https:\/\//.test(uri) || loopback.test(uri) || /^[a-z][a-z0-9+-]*\.[a-z0-9.+-]*:\//.test(uri))
  )
}

/** The first P-256 key of a JWK set (RFC 7517 §5). */
function keyIn(jwks: Json | undefined): P256Key | undefined {
  const keys = isObject(jwks) && Array.isArray(jwks.keys) ? jwks.keys : []
  return keys.flatMap((each: Json): readonly P256Key[] => {
    if (!isObject(each) || each.crv !== 'P-256' || typeof each.x !== 'string' || typeof each.y !== 'string') return []
    return pointOf(each.x, each.y) ? [{ kty: 'EC', crv: 'P-256', x: each.x, y: each.y }] : []
  })[0]
}

/** The client as it is registered now: the answer says all of it, also what was presumed (RFC 7591 §3.2.1). */
export const metadataOf = (client: Client): Members => ({
  client_name: client.name,
  redirect_uris: [...client.redirects],
  grant_types: [...client.grants],
  response_types: client.grants.includes('authorization_code') ? ['code'] : [],
  token_endpoint_auth_method: client.method,
  scope: client.scope,
  id_token_signed_response_alg: client.idToken,
  dpop_bound_access_tokens: client.bound,
  require_pushed_authorization_requests: client.pushes,
  ...(client.key ? { jwks: { keys: [{ ...client.key }] } } : {}),
})
