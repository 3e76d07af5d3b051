/** DPoP: a token that is worth nothing without a key, and a proof of that key for each request (RFC 9449). */

import { type Challenge, param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { anatomy, params } from './anatomy.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import { ALGS } from './proof-key.ts'
import { currentNonce, type DpopMemory, type DpopSettings, type DpopSpace, nonceFields } from './space.ts'

/** Refusals are called as their error codes are, but for the server's own `forbidden` (RFC 6750 §3.1, RFC 9449 §7.1). */
const errorOf = (refusal: Refusal | undefined): string | undefined =>
  refusal?.kind === 'forbidden' ? 'insufficient_scope' : refusal?.kind

/** A nonce goes to who needs one, beside the challenge (RFC 9449 §9). */
function challenge(space: DpopSpace, env: Env, refusal?: Refusal) {
  const { kind } = refusal ?? {}
  const usual = kind === 'forbidden' || kind === 'invalid_request' ? undefined : space.settings.scope
  const said: readonly (readonly [name: string, value: string | undefined])[] = [
    ['realm', space.realm],
    ['error', errorOf(refusal)],
    ['error_description', refusal?.description],
    ['scope', refusal?.scope ?? usual],
    ['algs', ALGS.join(' ')],
  ]
  const drafts = said.flatMap(([name, value]): ParamDraft[] => (value === undefined ? [] : [[name, value, 'quoted']]))
  const challenges = [printElement('DPoP', drafts)]
  if (kind !== 'use_dpop_nonce') return { challenges, space }
  const current = currentNonce(space, env)
  return { challenges, space: current.space, fields: nonceFields(current.nonce) }
}

/** Whether the server takes an algorithm that we have; without `algs`, it may. */
function usable(offer: Challenge): boolean {
  const algs = param(offer, 'algs')?.value.split(' ')
  return algs === undefined || ALGS.some((alg) => algs.includes(alg))
}

/** The token alone: a proof is good for one request, and gives no key away. */
function exposes({ field, credentials }: Shown): readonly string[] {
  const behind = field.value.text.slice((credentials?.scheme.span.end ?? 0) - field.value.span.start).trim()
  return credentials && behind ? [behind] : []
}

const dpop: Scheme<DpopSettings, DpopMemory> = {
  name: 'DPoP',
  cite: 'RFC 9449 §7.1',
  registered: true,
  secret: 'dpop-key',
  field: 'Authorization',
  fields: ['DPoP', 'DPoP-Nonce'],
  strength: 5,
  malformed: 400,
  dialog: false,
  params,
  challenge,
  answer,
  usable,
  judge,
  anatomy,
  exposes,
}

export default dpop
