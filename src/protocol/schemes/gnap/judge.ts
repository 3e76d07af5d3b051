/** The resource judges: is the token one of ours, and is the request signed with its key? (RFC 9635 §7.2, §7.3) */

import type { Env, Judgement, Shown } from '../../auth/scheme.ts'
import { transcript } from '../../auth/transcript.ts'
import type { HttpRequest } from '../../http/message.ts'
import { findProof, prove } from './proof.ts'
import { type Space, tokenNamed } from './space.ts'

export async function judge(shown: Shown, space: Space, request: HttpRequest, env: Env): Promise<Judgement<Space>> {
  const notes = transcript('gnap', 'RFC 9635 §7.2')
  const { steps, ask } = notes
  const refused = (kind: string) => ({ result: 'refused', status: 401, refusal: { kind }, steps, space }) as const
  const { credentials, field } = shown
  const token = credentials?.payload.kind === 'token68' ? credentials.payload.token68 : undefined
  if (!ask('form', 'token', token !== undefined, { saw: [token?.span ?? field.value.span] }) || !token)
    return refused('unreadable')
  const terms = { transcript: notes, request, authorized: true, maxAge: space.settings.maxAge }
  const signature = findProof(terms)
  if (!signature) return refused('unreadable')
  const issued = tokenNamed(space, token.text)
  const user = issued && space.users.find(({ id }) => id === issued.user)
  const knew = { user: user?.name ?? '' }
  if (!ask('valid', 'known', user !== undefined, { saw: [token.span], knew }) || !issued || !user)
    return refused('token')
  const proof = prove(terms, signature, issued.key, space.memory?.uses ?? {}, env)
  if (proof.result === 'refused') return refused(proof.why)
  const now = env.now()
  const times = { now: new Date(now).toISOString(), expires: new Date(issued.expires).toISOString() }
  const alive = { saw: [token.span], knew: times, cite: 'RFC 9635 §3.2.1' as const }
  if (!ask('fresh', 'token-expiry', now < issued.expires, alive)) return refused('expired')
  const memory = { tokens: space.memory?.tokens ?? {}, uses: proof.uses }
  return { result: 'granted', user, scope: issued.access, steps, space: { ...space, memory } }
}
