/**
 * NTLM: a challenge and a keyed hash of it, in three messages on one connection (MS-NLMP). It was never registered: what
 * it logs in is the connection, and HTTP knows requests only (RFC 9110 §16.4.2).
 *
 * Modelled: the connection is an object with a number. Everything else is calculated.
 */

import { printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer, messageIn, usable } from './answer.ts'
import { NEGOTIATE } from './cites.ts'
import { judge } from './judge.ts'
import type { NtlmMemory, NtlmSettings, Space } from './space.ts'

/** The bare name, or the second message to who sent the first. A wrong password gets the name again, and no reason. */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const message = refusal?.kind === 'continue' ? refusal.message : ''
  return { challenges: [printElement('NTLM', message)], space }
}

/** Whoever reads the third message, and the challenge before it, can try passwords on them for as long as they like. */
function exposes({ credentials }: Shown): readonly string[] {
  const message = credentials && messageIn(credentials)
  if (message?.type !== 3 || credentials?.payload.kind !== 'token68') return []
  return [credentials.payload.token68.text]
}

const ntlm: Scheme<NtlmSettings, NtlmMemory> = {
  name: 'NTLM',
  cite: NEGOTIATE,
  registered: false,
  secret: 'password',
  field: 'Authorization',
  connection: true,
  strength: 2,
  malformed: 401,
  dialog: true,
  params: {},
  challenge,
  answer,
  usable,
  judge,
  anatomy,
  exposes,
}

export default ntlm
