/** The parts of Negotiate's challenges and credentials, with the token opened as far as it can be. */

import type { AuthElement } from '../../auth/challenge.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { octetsIn, tokenIn } from './answer.ts'
import { readApReq } from './kerberos.ts'
import { type Init, isNtlm, mechName, type Resp } from './spnego.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 4559 §4' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'params') {
    const strange = payload.params.map(
      ({ name, span }): Part => ({ span, role: `param.${name.text.toLowerCase()}`, cite: 'RFC 9110 §11.2' }),
    )
    return [opening, ...strange]
  }
  const { span } = payload.token68
  const octets = octetsIn(node)
  if (octets && isNtlm(octets)) return [opening, { span, role: 'ntlm', cite: 'RFC 4559 §4.2' }]
  const message = tokenIn(node)
  if (!message) return [opening, { span, role: 'token', cite: 'RFC 4559 §4.2' }]
  return [opening, { span, role: message.kind, cite: 'RFC 4178 §4.2', decoded: opened(message) }]
}

function opened(message: Init | Resp): readonly Decoded[] {
  const cite = 'RFC 4178 §4.2'
  const mechs = message.kind === 'init' ? message.mechs : message.mech ? [message.mech] : []
  return [
    ...(message.kind === 'resp' && message.state ? [{ name: 'state', text: message.state, cite } as const] : []),
    ...mechs.map((mech): Decoded => ({ name: 'mech', text: `${mechName(mech)} (${mech})`, cite })),
    ...(message.token ? openTicket(message.token) : []),
  ]
}

function openTicket(token: Uint8Array): readonly Decoded[] {
  const apReq = readApReq(token)
  if (!apReq) return []
  const { ticket, time } = apReq
  const made = new Date(time)
  return [
    { name: 'service', text: `${ticket.service}@${ticket.realm}`, cite: 'RFC 4120 §5.3' },
    { name: 'ticket', text: ticket.sample, cite: 'RFC 4120 §5.3' },
    ...(Number.isNaN(made.getTime())
      ? []
      : [{ name: 'made', text: made.toISOString(), instant: time, cite: 'RFC 4120 §5.5.1' } as const]),
  ]
}
