/** The ticket, and the proof that it is the sender's (RFC 4120 §3.2.3). */

import type { Judgement } from '../../auth/scheme.ts'
import { hex, sameOctets } from '../../text/octets.ts'
import { type Inquiry, lastWord } from './judge.ts'
import { type ApReq, readApReq, sealOf, writeApRep } from './kerberos.ts'
import { type KnownTicket, remember, rememberSeal, type Space } from './space.ts'

export function judgeTicket(inquiry: Inquiry, token: Uint8Array): Judgement<Space> {
  const { ask, saw, space, env, steps, digest } = inquiry
  const refused = (kind: string) => inquiry.refused({ kind }, remember(space, env))
  const apReq = readApReq(token)
  if (!ask('valid', 'ap-req', apReq !== undefined, { saw, cite: 'RFC 4120 §5.5.1' }) || !apReq) return refused('wrong')
  const ticket = opened(inquiry, apReq)
  const user = ticket && space.users.find(({ id }) => id === ticket.user)
  if (!ticket || !user || !proved(inquiry, apReq, ticket)) return refused('wrong')
  if (!inTime(inquiry, apReq, ticket)) return refused('late')
  const owned = { connection: env.connection.id, user: user.name }
  ask('fresh', 'owned', true, { saw, knew: owned, cite: 'RFC 9110 §16.4.2' })
  const seen = rememberSeal(space, env, hex(apReq.seal), apReq.time)
  const after = remember(seen, env, { user: user.id, message: digest, made: env.now() })
  if (!apReq.mutual) return { result: 'granted', user, steps, space: after }
  const confirm = () => [['WWW-Authenticate', lastWord(writeApRep(ticket.sessionKey, apReq.time))] as const]
  return { result: 'granted', user, steps, space: after, confirm }
}

/** Scripted: a real server decrypts with its own key; here the sample is looked up. */
function opened({ ask, saw, space }: Inquiry, { ticket }: ApReq): KnownTicket | undefined {
  const { service, realm, tickets } = space.settings
  const mine = ticket.service === service && ticket.realm === realm
  const knew = { got: `${ticket.service}@${ticket.realm}`, mine: `${service}@${realm}` }
  if (!ask('valid', 'service', mine, { saw, knew, cite: 'RFC 4120 §3.2.3' })) return undefined
  const found = tickets.find(({ sample }) => sample === ticket.sample)
  const more = { saw, knew: { principal: found?.principal ?? '' }, cite: 'RFC 4120 §5.3' } as const
  return ask('valid', 'ticket', found !== undefined, more) ? found : undefined
}

function proved(
  { ask, saw }: Inquiry,
  { covered, time, seal }: ApReq,
  { sessionKey, principal }: KnownTicket,
): boolean {
  const expected = sealOf(sessionKey, covered, time)
  const workings = [
    {
      name: 'seal',
      apply: 'HMAC-SHA-256',
      input: [{ text: sessionKey, secret: true }, { text: `, "AP-REQ" ‖ ticket ‖ ${time} ms` }],
      output: hex(expected),
    },
  ]
  const more = { saw, knew: { principal }, workings, cite: 'RFC 4120 §3.2.3' } as const
  return ask('valid', 'authenticator', sameOctets(expected, seal), more)
}

function inTime({ ask, saw, space, env }: Inquiry, { time, seal }: ApReq, { expires }: KnownTicket): boolean {
  const { skew } = space.settings
  const until = { expires: new Date(expires).toISOString(), now: new Date(env.now()).toISOString() }
  if (!ask('fresh', 'lifetime', env.now() < expires, { saw, knew: until, cite: 'RFC 4120 §3.2.3' })) return false
  const off = Math.round((env.now() - time) / 1000)
  const clocks = { off: String(off), skew: String(skew) }
  if (!ask('fresh', 'skew', Math.abs(off) <= skew, { saw, knew: clocks, cite: 'RFC 4120 §1.6' })) return false
  const fresh = space.memory?.seen.every((each) => each.seal !== hex(seal)) ?? true
  return ask('fresh', 'replay', fresh, { saw, cite: 'RFC 4120 §3.2.3' })
}
