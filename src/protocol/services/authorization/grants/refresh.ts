/** `refresh_token`: new tokens for an old one, which is used up by it (RFC 6749 §6, RFC 9700 §4.14.2). */

import { readResources } from '../authorization-request.ts'
import { type Failure, isFailure, iso, refuse } from '../inquiry.ts'
import { hashOf, replaced, revokeGrant } from '../memory.ts'
import { giveTokens } from '../mint.ts'
import { scopesIn, within } from '../scope.ts'
import type { GrantType } from '../token.ts'

const invalid = (description: string): Failure => ({ error: 'invalid_grant', description })

export const refreshGrant: GrantType = (inquiry, client, jkt) => {
  const { parameters, memory, env, ask } = inquiry
  const sent = parameters.value('refresh_token')
  const saw = parameters.saw('refresh_token')
  if (!ask('form', 'refresh-sent', sent !== undefined, { saw, cite: 'RFC 6749 §6' }) || sent === undefined)
    return refuse({ error: 'invalid_request', description: 'refresh_token is missing' })
  const hash = hashOf(sent)
  const found = memory.refreshes.find((each) => each.hash === hash)
  const grant = memory.grants.find(({ id }) => id === found?.grant)
  if (!ask('valid', 'refresh-known', grant !== undefined, { saw, cite: 'RFC 6749 §5.2' }) || !found || !grant)
    return refuse(invalid('The refresh token is unknown'))
  const own = { saw, knew: { client: client.name }, cite: 'RFC 6749 §6' } as const
  if (!ask('valid', 'refresh-client', grant.client === client.id, own))
    return refuse(invalid('The refresh token was given to another client'))
  if (grant.jkt !== undefined && !ask('valid', 'refresh-key', grant.jkt === jkt, { saw, cite: 'RFC 9449 §5' }))
    return refuse(invalid('The refresh token is bound to another key'))
  if (!ask('valid', 'refresh-revoked', !grant.revoked, { saw, cite: 'RFC 9700 §4.14.2' }))
    return refuse(invalid('The refresh token was revoked'))
  if (!ask('fresh', 'refresh-unused', !found.used, { saw, cite: 'RFC 9700 §4.14.2' }))
    return refuse({ ...invalid('The refresh token was used before'), memory: revokeGrant(memory, grant.id) })
  const times = { now: iso(env.now()), expires: iso(found.expires) }
  if (!ask('fresh', 'refresh-fresh', env.now() < found.expires, { saw, knew: times, cite: 'RFC 6749 §5.2' }))
    return refuse(invalid('The refresh token expired'))
  const scope = parameters.value('scope') ?? grant.scope
  const scopes = { saw: parameters.saw('scope'), knew: { scope, allowed: grant.scope }, cite: 'RFC 6749 §6' } as const
  if (!ask('permitted', 'scope', within(scope, grant.scope), scopes))
    return refuse({ error: 'invalid_scope', description: 'The scope goes beyond what was granted' })
  const resources = readResources(inquiry, parameters, grant.resources)
  if (isFailure(resources)) return refuse(resources)
  const known = { ...memory, refreshes: replaced(memory.refreshes, found, { ...found, used: true }) }
  const order = { scope: scopesIn(scope).join(' '), ...resources, jkt, refresh: true }
  return giveTokens(inquiry, known, client, grant, order)
}
