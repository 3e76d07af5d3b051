/** Where a person types the code that a device shows, logs in, and says yes or no (RFC 8628 §3.3). */

import { base64url } from '../../text/octets.ts'
import { clientNamed } from './clients.ts'
import { linesFor } from './consent.ts'
import { sameUserCode } from './device-authorization.ts'
import type { Inquiry, Outcome } from './inquiry.ts'
import { personOf } from './login.ts'
import { type Device, replaced, type Session } from './memory.ts'
import { draw, drawError, type Press } from './page.ts'
import { type Client, PASSWORD } from './settings.ts'

export function device(inquiry: Inquiry): Outcome {
  const { parameters, memory, env, request, ask } = inquiry
  const code = parameters.value('user_code')
  const saw = parameters.saw('user_code')
  const waiting = memory.devices.find((each) => code !== undefined && sameUserCode(each.code, code))
  const client = waiting && clientNamed(inquiry, waiting.client)
  const known = { saw, knew: { code: code ?? '' }, cite: 'RFC 8628 §3.3' } as const
  if (!ask('valid', 'user-code', waiting !== undefined, known) || !waiting || !client)
    return drawError(inquiry, 'page.wrong-user-code', { code: code ?? '' })
  const fresh = waiting.decision === undefined && env.now() < waiting.expires
  if (!ask('fresh', 'user-code-fresh', fresh, { saw, cite: 'RFC 8628 §3.3' }))
    return drawError(inquiry, 'page.wrong-user-code', { code: waiting.code })
  if (request.line.method.text !== 'POST') return drawDevice(inquiry, waiting, client)
  const user = personOf(inquiry)
  if (!user) return drawDevice(inquiry, waiting, client, true)
  const allowed = parameters.value('decision') === 'allow'
  const session: Session = { id: base64url(env.random(12)), user: user.id, at: env.now(), acr: PASSWORD }
  const decided: Device = { ...waiting, session, decision: allowed ? 'allowed' : 'denied' }
  return {
    ...draw(inquiry, {
      title: allowed ? 'page.device-allowed' : 'page.device-denied',
      lines: [{ key: 'page.device-return', slots: { client: client.name } }],
      presses: [],
    }),
    memory: { ...memory, devices: replaced(memory.devices, waiting, decided) },
  }
}

/** Departures: login and decision are one page, since no browser's cookie stands between the two. */
function drawDevice(inquiry: Inquiry, { code, scope, resources }: Device, client: Client, again = false) {
  const press = (decision: string): Press => ({
    key: `page.${decision}`,
    path: '/device',
    values: [
      ['user_code', code],
      ['decision', decision],
    ],
    person: true,
  })
  return draw(inquiry, {
    title: 'page.device',
    status: again ? 403 : 200,
    lines: [
      { key: 'page.device-compare', slots: { code, client: client.name } },
      ...(again ? [{ key: 'page.login-again' }] : []),
      ...linesFor(scope, resources),
    ],
    presses: [press('allow'), press('deny')],
  })
}
