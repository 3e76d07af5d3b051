/**
 * HOBA: a signature over a challenge of the server's and the origin, with a key that the client made for this origin
 * alone (RFC 7486). There is no password that a server could lose, or a person type in at the wrong place.
 */

import { param } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy, params } from './anatomy.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import { isChallenge } from './result.ts'
import { give, type HobaMemory, type HobaSettings, type Space } from './space.ts'

/** Another challenge for each 401 (RFC 7486 §3). */
function challenge(space: Space, env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const given = give(space, env)
  const text = printElement('HOBA', [
    ['challenge', given.challenge, 'quoted'],
    ['max-age', String(space.settings.maxAge), 'token'],
    ...(space.realm === '' ? [] : [['realm', space.realm, 'quoted'] as const]),
  ])
  return { challenges: [text], space: given.space }
}

const hoba: Scheme<HobaSettings, HobaMemory> = {
  name: 'HOBA',
  cite: 'RFC 7486 §3',
  registered: true,
  secret: 'hoba-key',
  field: 'Authorization',
  fields: ['Hobareg'],
  strength: 5,
  malformed: 401,
  dialog: false,
  params,
  challenge,
  answer,
  usable: (offer) => isChallenge(param(offer, 'challenge')?.value ?? ''),
  judge,
  anatomy,
  // Nothing secret, but good for max-age seconds wherever it has not arrived yet.
  exposes: ({ credentials }) => [(credentials && param(credentials, 'result')?.value) ?? ''].filter(Boolean),
}

export default hoba
