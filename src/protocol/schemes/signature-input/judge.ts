/** The server judges (RFC 9421 §3.2), and remembers the nonces that it has seen. */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import {
  type Examined,
  findSignature,
  objectionToCover,
  objectionToProof,
  objectionToTime,
  remembered,
} from '../../signatures/examination.ts'
import { sawParams, textOf } from '../../signatures/message-signature.ts'
import { policyOf, type Space } from './space.ts'

export async function judge(_shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const notes = transcript('signature-input', 'RFC 9421 §3.2')
  const { steps, ask } = notes
  const policy = policyOf(space)
  const examined: Examined = { transcript: notes, request, policy }
  const refused = (status: 400 | 401, kind: string) =>
    ({ result: 'refused', status, refusal: { kind }, steps, space }) as const

  const signature = findSignature(examined)
  if (!signature) return refused(400, 'unreadable')
  const cover = objectionToCover(examined, signature)
  if (cover) return refused(401, cover)

  const keyid = textOf(signature, 'keyid') ?? ''
  const key = space.settings.keys.find((each) => each.keyid === keyid)
  const user = key && space.users.find(({ id }) => id === key.user)
  const knew = { keyid, user: user?.name ?? '' }
  const known = ask('valid', 'key', user !== undefined, { saw: sawParams(signature, 'keyid'), knew })
  if (!known || !key || !user) return refused(401, 'key')
  const proof = objectionToProof(examined, signature, key)
  if (proof) return refused(401, proof)

  const uses = space.memory?.uses ?? {}
  const time = objectionToTime(examined, signature, uses, env)
  if (time) return refused(401, time)
  return {
    result: 'granted',
    user,
    steps,
    space: { ...space, memory: { uses: remembered(uses, signature, policy, env) } },
  }
}
