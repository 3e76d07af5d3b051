/** A login is taken up again in one round trip: the last message alone, on a nonce that counts (RFC 7804 §5.1). */

import type { Judgement } from '../../auth/scheme.ts'
import type { Inquiry } from './inquiry.ts'
import { granted, proofOf } from './judge-final.ts'
import { type ClientFinal, writeBare, writeData, writeServerFirst } from './messages.ts'
import { continued, rememberLogin, type Space } from './space.ts'
import { isOwnSr, srTime } from './sr.ts'

const CITE = 'RFC 7804 §5.1'

export function judgeAgain(inquiry: Inquiry, message: ClientFinal): Judgement<Space> {
  const { ask, saw, refused, space, env } = inquiry
  const { secret, reauth } = space.settings
  const sawData = { saw: saw('data'), cite: CITE } as const
  const found = reauth && continued(space, message.nonce)
  if (!ask('valid', 'login', found !== undefined, sawData) || !found) return refused({ kind: 'wrong' })
  const { sid, login, count, sr } = found
  if (!ask('valid', 'sr', isOwnSr(sr, secret), { ...sawData, knew: { sr } })) return refused({ kind: 'wrong' })
  const { gs2 } = login
  const sameBinding = message.binding === writeData(gs2)
  if (!ask('valid', 'binding', sameBinding, { saw: saw('data'), knew: { gs2 }, cite: 'RFC 5802 §5.1' }))
    return refused({ kind: 'wrong' })

  const account = space.settings.accounts.find(({ user }) => user === login.user)
  const talk = {
    clientFirstBare: writeBare(account?.username ?? '', login.clientNonce),
    serverFirst: writeServerFirst(message.nonce, account?.salt ?? '', account?.iterations ?? 0),
    withoutProof: message.withoutProof,
  }
  const user = proofOf(inquiry, account, account?.username ?? login.user, talk, message.proof)
  if (!user || !account) return refused({ kind: 'wrong' })

  // The password was right: only the nonce is at fault, and nobody need be asked again.
  const age = Math.ceil((env.now() - (srTime(sr) ?? 0)) / 1000)
  const times = { age: String(age), ttl: String(reauth?.ttl ?? 0) }
  if (!ask('fresh', 'sr-fresh', age <= (reauth?.ttl ?? 0), { ...sawData, knew: times }))
    return refused({ kind: 'stale' })
  const counts = { count: String(count), next: String(login.nextCount) }
  if (!ask('fresh', 'count', count === login.nextCount, { ...sawData, knew: counts })) return refused({ kind: 'stale' })
  const after = rememberLogin(space, sid, { ...login, nextCount: count + 1 }, env)
  return granted(inquiry, user, after, sid, account, talk)
}
