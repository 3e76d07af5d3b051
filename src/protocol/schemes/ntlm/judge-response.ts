/** The third message: who it is from, and whether that is proved (MS-NLMP 3.2.5.1.2). */

import type { Judgement } from '../../auth/scheme.ts'
import { fromHex } from '../../text/hex-octets.ts'
import { hex, sameOctets } from '../../text/octets.ts'
import { AUTHENTICATE, AV_PAIR, CHALLENGE, CLIENT_CHALLENGE, CONNECTION, NTLMV2 } from './cites.ts'
import type { Inquiry } from './judge.ts'
import type { Authenticate } from './messages.ts'
import { type Blob, calculated, capitals, readBlob } from './ntlmv2.ts'
import { accountOf, connectionOf, type NtlmAccount, remember, type Space } from './space.ts'
import { AV, attribute } from './target-info.ts'
import { utf16Text } from './wire.ts'

export function judgeResponse(inquiry: Inquiry, message: Authenticate, digest: string): Judgement<Space> {
  const { ask, saw, space, env, steps } = inquiry
  // Right or wrong: a challenge is answered once, and then the connection begins anew.
  const refused = (kind: string) => inquiry.refused({ kind }, remember(space, env))
  const before = connectionOf(space, env)
  const waiting = before && 'challenge' in before ? before.challenge : undefined
  const knew = { connection: env.connection.id, challenge: waiting ?? '' }
  if (!ask('valid', 'challenge', waiting !== undefined, { saw, knew, cite: CONNECTION }) || waiting === undefined)
    return refused('wrong')
  const account = identified(inquiry, message)
  const user = account && space.users.find(({ id }) => id === account.user)
  if (!account || !user) return refused('wrong')
  const blob = proved(inquiry, message, account, waiting, user.name)
  if (!blob || !meant(inquiry, blob)) return refused('wrong')
  if (!inTime(inquiry, blob)) return refused('late')
  const owned = { connection: env.connection.id, user: user.name }
  ask('fresh', 'owned', true, { saw, knew: owned, cite: CONNECTION })
  const after = remember(space, env, { user: user.id, message: digest, made: env.now() })
  return { result: 'granted', user, steps, space: after }
}

/** Clients that were given no domain leave it out, and may: the name is then looked up in mine. */
function identified({ ask, saw, space }: Inquiry, { domain, username }: Authenticate): NtlmAccount | undefined {
  const mine = space.settings.domain
  const known = domain === '' || capitals(domain) === capitals(mine)
  if (!ask('valid', 'domain', known, { saw, knew: { domain, mine }, cite: AUTHENTICATE })) return undefined
  const account = accountOf(space, username)
  ask('valid', 'user', account !== undefined, { saw, knew: { user: username }, cite: AUTHENTICATE })
  return account
}

/** The older responses have 24 octets, made with DES, and can be tried out within hours. */
function proved(
  { ask, saw }: Inquiry,
  { domain, username, response }: Authenticate,
  account: NtlmAccount,
  waiting: string,
  user: string,
): Blob | undefined {
  const [proof, rest] = [response.slice(0, 16), response.slice(16)]
  const blob = readBlob(rest)
  const octets = String(response.length)
  if (!ask('valid', 'version', blob !== undefined, { saw, knew: { octets }, cite: CLIENT_CHALLENGE })) return undefined
  const inputs = { username, domain, challenge: fromHex(waiting), blob: rest }
  const { proof: expected, workings } = calculated(fromHex(account.ntHash), inputs)
  const knew = { user, challenge: waiting, got: hex(proof) }
  const right = sameOctets(expected, proof)
  return ask('valid', 'proof', right, { saw, knew, workings, cite: NTLMV2 }) ? blob : undefined
}

/** Somebody in between passes on what was meant for them: the name that the client signed gives them away. */
function meant({ ask, moot, saw, space }: Inquiry, { pairs }: Blob): boolean {
  const { target } = space.settings
  const named = attribute(pairs, AV.target)
  const got = named ? utf16Text(named) : ''
  const more = { saw, knew: { target, got }, cite: AV_PAIR }
  if (got !== '') return ask('valid', 'target', got.toLowerCase() === target.toLowerCase(), more)
  moot('valid', 'target', more)
  return true
}

function inTime({ ask, saw, space, env }: Inquiry, { time }: Blob): boolean {
  const { lifetime } = space.settings
  const age = Math.round((env.now() - time) / 1000)
  const knew = { age: String(age), lifetime: String(lifetime) }
  return ask('fresh', 'in-time', Math.abs(age) <= lifetime, { saw, knew, cite: CHALLENGE })
}
