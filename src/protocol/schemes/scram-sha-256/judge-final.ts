/** The client's last message in a conversation: does it prove that somebody knows the password? (RFC 5802 §3) */

import { printParams } from '../../auth/print-element.ts'
import type { Judgement, User } from '../../auth/scheme.ts'
import { base64 } from '../../text/octets.ts'
import type { Inquiry } from './inquiry.ts'
import { proves, serverSignature, serverWorkings, type Talk } from './keys.ts'
import { type ClientFinal, writeData } from './messages.ts'
import {
  accountOf,
  type Conversation,
  conversationOf,
  rememberConversation,
  rememberLogin,
  type ScramAccount,
  type Space,
  verifierOf,
} from './space.ts'

/** Whoever has opened a conversation may try to prove themselves once in it; then it is over. */
export function judgeFinal(inquiry: Inquiry, message: ClientFinal, sid: string): Judgement<Space> {
  const { ask, saw, refused, space, env } = inquiry
  const conversation = conversationOf(space, sid)
  if (!ask('valid', 'sid', conversation !== undefined, { saw: saw('sid'), knew: { sid } }) || !conversation)
    return refused({ kind: 'wrong' })
  const spent = rememberConversation(space, sid, { ...conversation, over: true }, env)
  const { username, clientFirstBare, serverFirst } = conversation
  const talk = { clientFirstBare, serverFirst, withoutProof: message.withoutProof }
  const account = accountOf(space, username)
  const user = isProof(inquiry, message, conversation, account, talk)
  if (!user || !account) return refused({ kind: 'wrong' }, spent)

  const age = Math.ceil((env.now() - conversation.made) / 1000)
  const { lifetime, reauth } = space.settings
  const times = { age: String(age), lifetime: String(lifetime) }
  if (!ask('fresh', 'in-time', age <= lifetime, { saw: saw('sid'), knew: times }))
    return refused({ kind: 'late' }, spent)
  if (!ask('fresh', 'replay', !conversation.over, { saw: saw('sid'), knew: { sid } }))
    return refused({ kind: 'replay' })

  const { clientNonce, gs2 } = conversation
  const login = { user: user.id, clientNonce, gs2, nextCount: account.iterations, made: env.now() }
  const after = reauth ? rememberLogin(spent, sid, login, env) : spent
  return granted(inquiry, user, after, sid, account, talk)
}

function isProof(
  inquiry: Inquiry,
  { binding, nonce, proof }: ClientFinal,
  conversation: Conversation,
  account: ScramAccount | undefined,
  talk: Talk,
): User | undefined {
  const { ask, saw } = inquiry
  const sawData = { saw: saw('data') }
  const sameNonce = nonce === conversation.nonce
  if (!ask('valid', 'nonce', sameNonce, { ...sawData, knew: { nonce: conversation.nonce, got: nonce } }))
    return undefined
  const { gs2 } = conversation
  const sameBinding = binding === writeData(gs2)
  if (!ask('valid', 'binding', sameBinding, { ...sawData, knew: { gs2 }, cite: 'RFC 5802 §5.1' })) return undefined
  return proofOf(inquiry, account, conversation.username, talk, proof)
}

/** For both ways to log in: is there such a user, and is this their proof? */
export function proofOf(
  { ask, saw, space, mechanism }: Inquiry,
  account: ScramAccount | undefined,
  username: string,
  talk: Talk,
  proof: Uint8Array,
): User | undefined {
  const user = space.users.find(({ id }) => id === account?.user)
  const knew = { user: username }
  const sawData = { saw: saw('data') }
  if (!ask('valid', 'user', user !== undefined, { ...sawData, knew, cite: 'RFC 5802 §5.1' }) || !account)
    return undefined
  const verifier = verifierOf(account)
  const workings = serverWorkings(mechanism, verifier, talk, proof)
  const right = proves(mechanism, verifier, talk, proof)
  return ask('valid', 'proof', right, { ...sawData, knew, workings, cite: 'RFC 5802 §3' }) ? user : undefined
}

/** The server proves in turn that it holds the server key: `v`, in `Authentication-Info` (RFC 7804 §5). */
export function granted(
  { steps, mechanism }: Inquiry,
  user: User,
  space: Space,
  sid: string,
  account: ScramAccount,
  talk: Talk,
): Judgement<Space> {
  const data = writeData(`v=${base64(serverSignature(mechanism, verifierOf(account), talk))}`)
  const info = printParams([
    ['sid', sid, 'token'],
    ['data', data, 'quoted'],
  ])
  return { result: 'granted', user, steps, space, confirm: () => [['Authentication-Info', info]] }
}
