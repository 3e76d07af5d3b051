/** PrivateToken: proof that somebody was vouched for, without a word about who it is (RFC 9577, RFC 9578). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer } from './answer.ts'
import { spkiOf } from './issuer-key.ts'
import { judge } from './judge.ts'
import { readOffer } from './offer.ts'
import { params } from './params.ts'
import { newChallenge, type PrivateTokenMemory, type PrivateTokenSettings, type Space } from './space.ts'
import { padded } from './structures.ts'

/** Each refusal brings a new challenge: a token is good once. Who is forbidden gets none: another token says no more. */
function challenge(space: Space, env: Env, refusal?: Refusal) {
  const [key] = space.settings.keys
  if (!key || refusal?.kind === 'forbidden') return { challenges: [], space }
  const made = newChallenge(space, env)
  const { context, maxAge } = space.settings
  const drafts: readonly ParamDraft[] = [
    ['challenge', padded(made.challenge), 'quoted'],
    ['token-key', padded(spkiOf(key)), 'quoted'],
    ...(context === 'none' ? [] : [['max-age', String(maxAge), 'token'] as const]),
  ]
  return { challenges: [printElement('PrivateToken', drafts)], space: made.space }
}

const privateToken: Scheme<PrivateTokenSettings, PrivateTokenMemory> = {
  name: 'PrivateToken',
  cite: 'RFC 9577 §2',
  registered: true,
  secret: 'attested-device',
  field: 'Authorization',
  strength: 3,
  malformed: 401,
  dialog: false,
  params,
  challenge,
  answer,
  usable: (offer) => readOffer(offer) !== undefined,
  judge,
  anatomy,
  // Whoever has it first can spend it.
  exposes: ({ credentials }) => [(credentials && param(credentials, 'token')?.value) ?? ''].filter(Boolean),
}

export default privateToken
