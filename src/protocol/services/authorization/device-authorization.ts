/** A device without a keyboard asks for a code that its person types elsewhere (RFC 8628 §3.1, §3.2). */

import { base64url } from '../../text/octets.ts'
import { readResources } from './authorization-request.ts'
import { authenticateClient } from './client-authentication.ts'
import { formFault } from './form-fault.ts'
import { type Inquiry, isFailure, NO_STORE, type Outcome, refuse, secondsFrom } from './inquiry.ts'
import { type Device, hashOf } from './memory.ts'
import { scopesIn, within } from './scope.ts'
import { DEVICE_GRANT } from './settings.ts'

/** Consonants only: no words come out by accident, and none of them is mistaken for a digit (RFC 8628 §6.1). */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ'
const INTERVAL = 5

export function authorizeDevice(inquiry: Inquiry): Outcome {
  const { parameters, env, settings, ask } = inquiry
  const fault = formFault(inquiry)
  if (fault) return refuse(fault)
  const authenticated = authenticateClient(inquiry)
  if (isFailure(authenticated)) return refuse(authenticated)
  const { client, memory } = authenticated
  const allowed = { knew: { client: client.name, grant: DEVICE_GRANT }, cite: 'RFC 8628 §3.1' } as const
  if (!ask('permitted', 'grant-allowed', client.grants.includes(DEVICE_GRANT), allowed))
    return refuse({ error: 'unauthorized_client', description: 'The client may not use this grant', memory })
  const scope = parameters.value('scope') ?? client.scope
  const scopes = {
    saw: parameters.saw('scope'),
    knew: { scope, allowed: client.scope },
    cite: 'RFC 6749 §3.3',
  } as const
  if (!ask('permitted', 'scope', within(scope, client.scope), scopes))
    return refuse({ error: 'invalid_scope', description: 'The client may not ask for this scope', memory })
  const resources = readResources(inquiry, parameters)
  if (isFailure(resources)) return refuse({ ...resources, memory })
  const secret = base64url(env.random(16))
  const code = userCode(env.random(8))
  const device: Device = {
    hash: hashOf(secret),
    code,
    client: client.id,
    scope: scopesIn(scope).join(' '),
    ...resources,
    expires: secondsFrom(inquiry, settings.lives.device),
    interval: INTERVAL,
  }
  return {
    status: 200,
    fields: NO_STORE,
    body: {
      device_code: secret,
      user_code: code,
      verification_uri: `${settings.issuer}/device`,
      verification_uri_complete: `${settings.issuer}/device?user_code=${code}`,
      expires_in: settings.lives.device,
      interval: INTERVAL,
    },
    memory: { ...memory, devices: [...memory.devices, device] },
  }
}

/**
 * `WDJB-MJHT`: eight of twenty letters (RFC 8628 §6.1).
 * Departures: 256 is no multiple of 20, so some letters come a little more often; a real server draws again.
 */
function userCode(octets: Uint8Array): string {
  const letters = Array.from(octets, (octet) => LETTERS[octet % LETTERS.length]).join('')
  return `${letters.slice(0, 4)}-${letters.slice(4)}`
}

/** Case, hyphens and spaces don't matter: people type it (RFC 8628 §6.1). */
export const sameUserCode = (one: string, other: string): boolean => bare(one) === bare(other)

const bare = (code: string) => code.toUpperCase().replace(/[^A-Z]/g, '')
