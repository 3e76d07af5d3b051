/** Prove that you know the password, and let the server prove that it knows you: SCRAM over HTTP (RFC 7804, RFC 5802). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme, Shown } from '../../auth/scheme.ts'
import { base64 } from '../../text/octets.ts'
import { anatomy } from './anatomy.ts'
import { answerWith, unsendable, usable } from './answer.ts'
import { confirmWith } from './confirm.ts'
import { judgeWith } from './judge.ts'
import type { Mechanism } from './mechanism.ts'
import { readClientFinal, readClientFirst, readData, writeData } from './messages.ts'
import { params } from './params.ts'
import type { ScramMemory, ScramSettings, Space } from './space.ts'
import { makeSr } from './sr.ts'

/** Opens a conversation, or goes on with one: then the challenge holds the server's message (RFC 7804 §5). */
const challengeWith =
  ({ name }: Mechanism) =>
  (space: Space, env: Env, refusal?: Refusal) => {
    // What a known user may not do, no other proof changes.
    if (refusal?.kind === 'forbidden') return { challenges: [], space }
    const { secret, reauth } = space.settings
    const goesOn: readonly ParamDraft[] | undefined =
      refusal?.kind === 'continue'
        ? [
            ['sid', refusal.sid ?? '', 'token'],
            ['data', writeData(refusal.message ?? ''), 'quoted'],
          ]
        : undefined
    const again: readonly ParamDraft[] = reauth
      ? [
          ['sr', makeSr(secret, env), 'quoted'],
          ['ttl', String(reauth.ttl), 'token'],
        ]
      : []
    const stale: readonly ParamDraft[] = refusal?.kind === 'stale' ? [['stale', 'true', 'token']] : []
    const drafts = goesOn ?? [['realm', space.realm, 'quoted'] as const, ...again, ...stale]
    return { challenges: [printElement(name, drafts)], space }
  }

/** Whoever has the proof and the messages before it can try passwords on them for as long as they like. */
function exposes({ credentials }: Shown): readonly string[] {
  const text = readData((credentials && param(credentials, 'data')?.value) ?? '') ?? ''
  const first = readClientFirst(text)
  if (first) return [first.username]
  const final = readClientFinal(text)
  return final ? [base64(final.proof)] : []
}

export const scramWith = (mechanism: Mechanism): Scheme<ScramSettings, ScramMemory> => ({
  name: mechanism.name,
  cite: 'RFC 7804 §5',
  registered: true,
  secret: 'password',
  field: 'Authorization',
  strength: mechanism.strength,
  malformed: 401,
  dialog: false,
  params,
  challenge: challengeWith(mechanism),
  unsendable,
  answer: answerWith(mechanism),
  usable,
  judge: judgeWith(mechanism),
  confirm: confirmWith(mechanism),
  anatomy,
  exposes,
})
