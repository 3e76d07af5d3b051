/** The client's proof in a session: is it right, and its count a new one? (RFC 8120 §11, §6) */

import { printParams } from '../../auth/print-element.ts'
import type { Judgement } from '../../auth/scheme.ts'
import { sameOctets } from '../../text/octets.ts'
import { proofWorking } from './answer.ts'
import { type Binding, bindingOf } from './binding.ts'
import type { Message } from './form.ts'
import { intOf } from './group.ts'
import { octetsOfHex } from './hex.ts'
import type { Inquiry } from './inquiry.ts'
import { type Agreed, serverZ, vkcOf, vksOf } from './kam3.ts'
import { remember, type Session, type Space, sessionOf, validationOf } from './space.ts'

type Proof = Extract<Message, { kind: 'proof' }>

export function judgeProof(inquiry: Inquiry, message: Proof): Judgement<Space> {
  const { steps, ask, saw, refused, space, request, env } = inquiry
  const { sid, nc } = message
  const session = sessionOf(space, sid)
  if (!ask('valid', 'sid', session !== undefined, { saw: saw('sid'), knew: { sid }, cite: 'RFC 8120 §6' }) || !session)
    return refused({ kind: 'stale-session' })
  if (!ask('valid', 'alive', session.state !== 'rejected', { saw: saw('sid'), knew: { sid } }))
    return refused({ kind: 'auth-failed' })

  const user = space.users.find(({ id }) => id === session.user)
  const binding = bindingOf(validationOf(space), request)
  const agreed = agreement(session, nc, binding)
  if (!isProof(inquiry, message, session, agreed, binding) || !user) {
    // One guess a key exchange; a session that was right once isn't ended by a stranger's wrong proof.
    const lost = remember(space, sid, { ...session, state: 'rejected' }, env)
    return refused({ kind: 'auth-failed' }, session.state === 'authenticated' ? space : lost)
  }
  if (!isFresh(inquiry, session, nc)) return refused({ kind: 'stale-session' })

  const largest = Math.max(nc, ...session.seen)
  const seen = [...session.seen, nc].filter((each) => each > largest - space.settings.ncWindow)
  const after = remember(space, sid, { ...session, state: 'authenticated', seen }, env)
  const info = printParams([
    ['version', '1', 'token'],
    ['sid', sid, 'token'],
    ['vks', vksOf(agreed), 'token'],
  ])
  return { result: 'granted', user, steps, space: after, confirm: () => [['Authentication-Info', info]] }
}

function agreement({ kc1, ks1, serverSecret }: Session, nc: number, { vh }: Binding): Agreed {
  const z = serverZ(intOf(octetsOfHex(serverSecret)), kc1, ks1) ?? ''
  return { kc1, ks1, z, nc, vh }
}

function isProof(
  { ask, saw, space }: Inquiry,
  { vkc }: Proof,
  session: Session,
  agreed: Agreed,
  binding: Binding,
): boolean {
  const knew = { user: session.username }
  const known = space.users.some(({ id }) => id === session.user)
  if (!ask('valid', 'user', known, { saw: saw('sid'), knew })) return false
  const expected = vkcOf(agreed)
  const workings = [
    {
      name: 'z',
      apply: 'P-256',
      input: [{ text: session.serverSecret, secret: true }, { text: ' · (K_c1 + t_2 · G)' }],
      output: agreed.z,
    },
    ...binding.workings,
    proofWorking('vkc', '04', agreed.nc, binding, expected),
  ]
  const right = sameOctets(octetsOfHex(expected), octetsOfHex(vkc))
  return ask('valid', 'proof', right, { saw: saw('vkc'), knew, workings, cite: 'RFC 8120 §12.2' })
}

/** Each count once, none beyond the end, and none from before the window (RFC 8120 §6). */
function isFresh({ ask, saw, space, env }: Inquiry, { made, seen }: Session, nc: number): boolean {
  const { time, ncMax, ncWindow } = space.settings
  const age = Math.ceil((env.now() - made) / 1000)
  const cite = 'RFC 8120 §6'
  const times = { age: String(age), time: String(time) }
  if (!ask('fresh', 'in-time', age <= time, { saw: saw('sid'), knew: times, cite })) return false
  const least = Math.max(1, Math.max(0, ...seen) - ncWindow + 1)
  const counts = { nc: String(nc), least: String(least), most: String(ncMax) }
  const inWindow = nc >= least && nc <= ncMax
  if (!ask('fresh', 'window', inWindow, { saw: saw('nc'), knew: counts, cite })) return false
  return ask('fresh', 'replay', !seen.includes(nc), { saw: saw('nc'), knew: counts, cite })
}
