/** The revocation endpoint: a client is done with a token (RFC 7009). */

import { findToken } from './access.ts'
import { authenticateClient } from './client-authentication.ts'
import { formFault } from './form-fault.ts'
import { type Inquiry, isFailure, NO_STORE, type Outcome, refuse } from './inquiry.ts'
import { revokeGrant } from './memory.ts'

export function revoke(inquiry: Inquiry): Outcome {
  const { parameters, ask } = inquiry
  const fault = formFault(inquiry)
  if (fault) return refuse(fault)
  const authenticated = authenticateClient(inquiry)
  if (isFailure(authenticated)) return refuse(authenticated)
  const { client, memory } = authenticated
  const token = parameters.value('token')
  const saw = parameters.saw('token')
  if (!ask('form', 'token-sent', token !== undefined, { saw, cite: 'RFC 7009 §2.1' }) || token === undefined)
    return refuse({ error: 'invalid_request', description: 'token is missing', memory })
  const found = findToken({ ...inquiry, memory }, token)
  // What is unknown is as good as revoked: the client has what it wanted (RFC 7009 §2.2).
  const done = { status: 200, fields: NO_STORE, memory }
  if (!found) {
    inquiry.moot('valid', 'token-known', { saw, cite: 'RFC 7009 §2.2' })
    return done
  }
  ask('valid', 'token-known', true, { saw, cite: 'RFC 7009 §2.2' })
  const holder = found.kind === 'access' ? found.claims.client_id : found.grant.client
  if (
    !ask('permitted', 'token-client', holder === client.id, {
      saw,
      knew: { client: client.name },
      cite: 'RFC 7009 §2.1',
    })
  )
    return refuse({ error: 'invalid_grant', description: 'The token was given to another client', memory })
  // A refresh token takes its access tokens along; an access token goes alone (RFC 7009 §2.1).
  if (found.kind === 'refresh') return { ...done, memory: revokeGrant(memory, found.grant.id) }
  return { ...done, memory: { ...memory, revoked: [...new Set([...memory.revoked, found.jti])] } }
}
