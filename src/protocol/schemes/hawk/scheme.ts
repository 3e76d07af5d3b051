/**
 * Hawk: a MAC over each request, with a key that both ends have (Mozilla's Hawk, API.md). It is no registered scheme; its
 * documentation calls the code of its library the specification.
 *
 * Departures: the timestamp is asked about before the nonce, so that only nonces of the moment must be remembered; the
 * library does it the other way round.
 */

import { type Challenge, param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer, unsendable } from './answer.ts'
import { confirm } from './confirm.ts'
import { judge } from './judge.ts'
import { params } from './params.ts'
import type { HawkMemory, HawkSettings, Space } from './space.ts'

/** A bare `Hawk` at first; later what was wrong, and the server's time where that was it. No realm. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'malformed' || refusal?.kind === 'forbidden') return { challenges: [], space }
  const drafts = ['ts', 'tsm', 'error'].flatMap((name): readonly ParamDraft[] => {
    const value = refusal?.[name]
    return value === undefined ? [] : [[name, value, 'quoted']]
  })
  return { challenges: [printElement('Hawk', drafts)], space }
}

const hawk: Scheme<HawkSettings, HawkMemory> = {
  name: 'Hawk',
  cite: 'Hawk §protocol-example',
  registered: false,
  secret: 'hawk-key',
  field: 'Authorization',
  fields: ['Server-Authorization'],
  strength: 4,
  malformed: 400,
  dialog: false,
  params,
  challenge,
  unsendable,
  answer,
  usable: (offer: Challenge) => offer.payload.kind !== 'token68',
  judge,
  confirm,
  anatomy,
  // Whoever has the MAC can try keys on it for as long as they like (Hawk, entropy of keys).
  exposes: ({ credentials }) => {
    const mac = credentials && param(credentials, 'mac')?.value
    return mac ? [mac] : []
  },
}

export default hawk
