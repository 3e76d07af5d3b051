/** The introspection endpoint: a resource asks what a token is worth (RFC 7662). */

import type { Json } from '../../auth/scheme.ts'
import { type Found, findToken, isActive } from './access.ts'
import { authenticateClient } from './client-authentication.ts'
import { formFault } from './form-fault.ts'
import { type Inquiry, isFailure, NO_STORE, type Outcome, refuse } from './inquiry.ts'

export function introspect(inquiry: Inquiry): Outcome {
  const { parameters, ask, users } = inquiry
  const fault = formFault(inquiry)
  if (fault) return refuse(fault)
  const authenticated = authenticateClient(inquiry)
  if (isFailure(authenticated)) return refuse(authenticated)
  const { client, memory } = authenticated
  // Whoever needs no secret could fish for tokens (RFC 7662 §4).
  const confidential = client.method !== 'none'
  if (!ask('permitted', 'confidential', confidential, { knew: { client: client.name }, cite: 'RFC 7662 §2.1' }))
    return refuse({ error: 'unauthorized_client', description: 'The client has nothing to prove itself with', memory })
  const token = parameters.value('token')
  const saw = parameters.saw('token')
  if (!ask('form', 'token-sent', token !== undefined, { saw, cite: 'RFC 7662 §2.1' }) || token === undefined)
    return refuse({ error: 'invalid_request', description: 'token is missing', memory })
  const found = findToken({ ...inquiry, memory }, token)
  const active = found !== undefined && isActive({ ...inquiry, memory }, found)
  // Not active is an answer, not a failure; and it says no more than that (RFC 7662 §2.2).
  if (active) ask('valid', 'active-token', true, { saw, cite: 'RFC 7662 §2.2' })
  else inquiry.moot('valid', 'active-token', { saw, cite: 'RFC 7662 §2.2' })
  const subject = active && found.kind === 'access' ? found.claims.sub : undefined
  const username = users.find(({ id }) => id === subject)?.name
  return { status: 200, fields: NO_STORE, body: active ? described(found, username) : { active: false }, memory }
}

function described(found: Found, username: string | undefined): Json {
  if (found.kind === 'refresh') {
    const { grant, refresh } = found
    const exp = Math.floor(refresh.expires / 1000)
    return { active: true, scope: grant.scope, client_id: grant.client, sub: grant.subject, exp }
  }
  const { scope, client_id, cnf, exp, iat, nbf, sub, aud, iss, jti, acr, auth_time } = found.claims
  const all: readonly (readonly [string, Json | undefined])[] = [
    ['active', true],
    ['scope', scope],
    ['client_id', client_id],
    ['username', username],
    ['token_type', cnf === undefined ? 'Bearer' : 'DPoP'],
    ...Object.entries({ exp, iat, nbf, sub, aud, iss, jti, acr, auth_time, cnf }),
  ]
  return Object.fromEntries(all.filter(([, value]) => value !== undefined))
}
