/** The server of the resources judges (RFC 5849 §3.2), and remembers which nonces were used. */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import type { HttpRequest } from '../../http/message.ts'
import { inquire } from './inquiry.ts'
import { type Space, tokensOf } from './space.ts'
import { weigh } from './weigh.ts'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const inquiry = inquire(shown, request, env)
  const { steps, value } = inquiry
  const { methods, skew, clients } = space.settings
  const known = tokensOf(space).filter(({ revoked }) => !revoked)
  const ownerOf = (id: string | undefined) => space.users.find((user) => user.id === id)
  const find = (name: string) => known.find(({ token, user }) => token === name && ownerOf(user))
  const used = space.memory?.used ?? []
  const weighed = weigh(inquiry, { methods, skew, clients, used, requires: ['oauth_token'], find })
  if (weighed.result === 'refused') {
    const { status, kind } = weighed
    return { result: 'refused', status, refusal: { kind }, steps, space }
  }
  const user = ownerOf(find(value('oauth_token') ?? '')?.user)
  if (!user) throw new Error('A token was found good that belongs to nobody')
  const memory = { tokens: space.memory?.tokens ?? [], used: weighed.used }
  return { result: 'granted', user, steps, space: { ...space, memory } }
}
