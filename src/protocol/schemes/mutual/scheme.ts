/**
 * Mutual: a key exchange that only succeeds with the right password on one side and its verifier on the other, so that
 * each side knows whom it has before it (RFC 8120), on P-256 (RFC 8121).
 */

import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer } from './answer.ts'
import { confirm } from './confirm.ts'
import { judge } from './judge.ts'
import { ALGORITHM } from './kam3.ts'
import { nameIn, unsendable } from './names.ts'
import { readOffer } from './offer.ts'
import { params } from './params.ts'
import { type MutualMemory, type MutualSettings, type Space, validationOf } from './space.ts'

/** 401-INIT and 401-STALE give a reason (RFC 8120 §4.1), 401-KEX-S1 the server's key instead (§4.3). */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  // What a known user may not do, no other proof changes.
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const { authScope, ncMax, ncWindow, time } = space.settings
  const rest: readonly ParamDraft[] =
    refusal?.kind === 'key'
      ? [
          ['sid', refusal.sid ?? '', 'token'],
          ['ks1', refusal.ks1 ?? '', 'token'],
          ['nc-max', String(ncMax), 'token'],
          ['nc-window', String(ncWindow), 'token'],
          ['time', String(time), 'token'],
        ]
      : [['reason', refusal?.kind ?? 'initial', 'token']]
  const drafts: readonly ParamDraft[] = [
    ['version', '1', 'token'],
    ['algorithm', ALGORITHM, 'token'],
    ['validation', validationOf(space), 'token'],
    ['realm', space.realm, 'quoted'],
    ['auth-scope', authScope, 'quoted'],
    ...rest,
  ]
  return { challenges: [printElement('Mutual', drafts)], space }
}

const mutual: Scheme<MutualSettings, MutualMemory> = {
  name: 'Mutual',
  cite: 'RFC 8120 §4',
  registered: true,
  // Name, password, and a seed for the numbers that the client draws: see `clientSecret`.
  secret: 'mutual-client',
  field: 'Authorization',
  strength: 7,
  malformed: 401,
  dialog: false,
  params,
  challenge,
  unsendable,
  answer,
  usable: (offer) => readOffer(offer) !== undefined,
  judge,
  confirm,
  anatomy,
  // A name and nothing else: no password can be tried on what travels here (RFC 8120 §17).
  exposes: ({ credentials }) => (credentials ? [nameIn(credentials) ?? ''].filter(Boolean) : []),
}

export default mutual
