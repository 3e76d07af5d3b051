/** The device grant: the device asks again and again until its person has decided elsewhere (RFC 8628 §3.4, §3.5). */

import { base64url } from '../../../text/octets.ts'
import { type Failure, type Inquiry, iso, refuse } from '../inquiry.ts'
import { type Device, type Grant, hashOf, replaced } from '../memory.ts'
import { giveTokens } from '../mint.ts'
import type { GrantType } from '../token.ts'

/** Seconds that are added each time a device is too fast (RFC 8628 §3.5). */
const SLOWER = 5

export const deviceGrant: GrantType = (inquiry, client, jkt) => {
  const { parameters, memory, env, ask } = inquiry
  const sent = parameters.value('device_code')
  const saw = parameters.saw('device_code')
  if (!ask('form', 'device-sent', sent !== undefined, { saw, cite: 'RFC 8628 §3.4' }) || sent === undefined)
    return refuse({ error: 'invalid_request', description: 'device_code is missing' })
  const hash = hashOf(sent)
  const device = memory.devices.find((each) => each.hash === hash && each.client === client.id)
  const known = device !== undefined && device.decision !== 'used'
  if (!ask('valid', 'device-known', known, { saw, cite: 'RFC 8628 §3.5' }) || !device)
    return refuse({ error: 'invalid_grant', description: 'The device code is unknown, or was used' })
  const times = { now: iso(env.now()), expires: iso(device.expires) }
  if (!ask('fresh', 'device-fresh', env.now() < device.expires, { saw, knew: times, cite: 'RFC 8628 §3.5' }))
    return refuse({ error: 'expired_token', description: 'The device code expired' })
  const { failure, polled } = paced(inquiry, device)
  if (failure) return refuse({ ...failure, memory: { ...memory, devices: replaced(memory.devices, device, polled) } })
  const { session } = device
  if (!session) throw new Error('A device was allowed by nobody')
  const grant: Grant = {
    id: base64url(env.random(9)),
    client: client.id,
    subject: session.user,
    scope: device.scope,
    resources: device.resources,
    session,
    jkt: client.method === 'none' ? jkt : undefined,
    tokens: [],
  }
  const devices = replaced(memory.devices, device, { ...device, decision: 'used' as const })
  const order = { scope: grant.scope, resources: grant.resources, jkt, refresh: true }
  return giveTokens(inquiry, { ...memory, devices, grants: [...memory.grants, grant] }, client, grant, order)
}

/** Not too soon after the last time, and decided? */
function paced({ parameters, env, ask }: Inquiry, device: Device): { failure?: Failure; polled: Device } {
  const { polled: last, interval, decision } = device
  const waited = last === undefined ? interval : Math.floor((env.now() - last) / 1000)
  const polled = { ...device, polled: env.now() }
  const saw = parameters.saw('device_code')
  const pace = { saw, knew: { waited: String(waited), interval: String(interval) }, cite: 'RFC 8628 §3.5' } as const
  if (!ask('fresh', 'device-pace', waited >= interval, pace))
    return {
      failure: { error: 'slow_down', description: `Wait ${interval + SLOWER} seconds between two requests` },
      polled: { ...polled, interval: interval + SLOWER },
    }
  if (!ask('permitted', 'device-decided', decision !== undefined, { saw, cite: 'RFC 8628 §3.5' }))
    return { failure: { error: 'authorization_pending', description: 'The person has not decided yet' }, polled }
  if (!ask('permitted', 'device-allowed', decision === 'allowed', { saw, cite: 'RFC 8628 §3.5' }))
    return { failure: { error: 'access_denied', description: 'The person said no' }, polled }
  return { polled }
}
