/** `client_credentials`: a program acts for itself, so nobody is asked, and no refresh token is needed (RFC 6749 §4.4). */

import { base64url } from '../../../text/octets.ts'
import { readResources } from '../authorization-request.ts'
import { isFailure, refuse } from '../inquiry.ts'
import type { Grant } from '../memory.ts'
import { giveTokens } from '../mint.ts'
import { scopesIn, within } from '../scope.ts'
import type { GrantType } from '../token.ts'

export const clientCredentialsGrant: GrantType = (inquiry, client, jkt) => {
  const { parameters, memory, env, ask } = inquiry
  const confidential = client.method !== 'none'
  if (!ask('permitted', 'confidential', confidential, { knew: { client: client.name }, cite: 'RFC 6749 §4.4' }))
    return refuse({ error: 'unauthorized_client', description: 'The client has nothing to prove itself with' })
  const scope = parameters.value('scope') ?? client.scope
  const scopes = {
    saw: parameters.saw('scope'),
    knew: { scope, allowed: client.scope },
    cite: 'RFC 6749 §3.3',
  } as const
  if (!ask('permitted', 'scope', within(scope, client.scope), scopes))
    return refuse({ error: 'invalid_scope', description: 'The client may not ask for this scope' })
  const resources = readResources(inquiry, parameters)
  if (isFailure(resources)) return refuse(resources)
  const grant: Grant = {
    id: base64url(env.random(9)),
    client: client.id,
    subject: client.id,
    scope: scopesIn(scope).join(' '),
    ...resources,
    tokens: [],
  }
  const known = { ...memory, grants: [...memory.grants, grant] }
  return giveTokens(inquiry, known, client, grant, { scope: grant.scope, ...resources, jkt })
}
