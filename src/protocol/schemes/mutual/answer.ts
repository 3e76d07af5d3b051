/** The client answers: with its key, or with its proof in a session that it has (RFC 8120 §10). */

import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask, Piece, Secret, Working } from '../../auth/scheme.ts'
import { hex } from '../../text/octets.ts'
import { type Binding, bindingOf } from './binding.ts'
import { ALGORITHM, clientZ, kc1Of, piOf, t1Of, t2Of, vkcOf } from './kam3.ts'
import { nameOf, nameParam, passwordOf } from './names.ts'
import { readOffer } from './offer.ts'
import { clientSecret, type Known, type Login, recall } from './recall.ts'

export async function answer({ offer: challenge, secret, request, earlier }: Ask): Promise<Answer> {
  const offer = readOffer(challenge)
  if (!offer) throw new Error('A Mutual challenge that no client can use was to be answered')
  const { realm, authScope, validation } = offer
  const login: Login = { realm, authScope, validation, username: nameOf(secret) }
  const { exchanges, sessions } = recall(earlier)
  const known = sessions.findLast((each) => goesOn(each, login) && each.kc1 === kc1Of(secretOf(secret, each)))
  return known ? prove(secret, known, bindingOf(validation, request)) : exchangeKeys(secret, exchanges, login)
}

const goesOn = (known: Known, { realm, authScope, validation, username }: Login): boolean =>
  !known.dead &&
  known.used < known.ncMax &&
  known.realm === realm &&
  known.authScope === authScope &&
  known.validation === validation &&
  known.username === username

export const secretOf = (secret: Secret, known: Known): bigint => clientSecret(secret, known.exchange, known)

const written = ({ realm, authScope, validation }: Login, own: readonly ParamDraft[]): Answer['fields'] => {
  const scope: readonly ParamDraft[] = authScope === '' ? [] : [['auth-scope', authScope, 'quoted']]
  const params: readonly ParamDraft[] = [
    ['version', '1', 'token'],
    ['algorithm', ALGORITHM, 'token'],
    ['validation', validation, 'token'],
    ['realm', realm, 'quoted'],
    ...scope,
    ...own,
  ]
  return [['Authorization', printElement('Mutual', params)]]
}

/** req-KEX-C1: a point of which only the client knows the number. */
function exchangeKeys(secret: Secret, exchange: number, login: Login): Answer {
  const number = clientSecret(secret, exchange, login)
  const kc1 = kc1Of(number)
  const working: Working = {
    name: 'K_c1',
    apply: 'P-256',
    input: [{ text: scalarText(number), secret: true }, { text: ' · G' }],
    output: kc1,
  }
  return { fields: written(login, [nameParam(login.username), ['kc1', kc1, 'token']]), workings: [working] }
}

/** req-VFY-C: only who knows the password gets to the same `z` as the server. */
function prove(secret: Secret, known: Known, binding: Binding): Answer {
  const { sid, used } = known
  const nc = used + 1
  const { z, workings } = agree(secret, known)
  const vkc = vkcOf({ ...known, z, nc, vh: binding.vh })
  return {
    fields: written(known, [
      ['sid', sid, 'token'],
      ['nc', String(nc), 'token'],
      ['vkc', vkc, 'token'],
    ]),
    workings: [...workings, ...binding.workings, proofWorking('vkc', '04', nc, binding, vkc)],
  }
}

/** The secret that both sides have in common, from the client's side (RFC 8121 §3.1, §3.3). */
export function agree(secret: Secret, known: Known): { readonly z: string; readonly workings: readonly Working[] } {
  const { kc1, ks1, authScope, realm, username } = known
  const number = secretOf(secret, known)
  const pi = piOf(passwordOf(secret), known)
  const z = clientZ(number, pi, kc1, ks1) ?? ''
  const line = (name: string, apply: string, input: readonly Piece[], output: string) => ({
    name,
    apply,
    input,
    output,
  })
  const salt = `, ${[ALGORITHM, authScope, realm, username].join(' | ')}, 16384`
  return {
    z,
    workings: [
      line('pi', 'PBKDF2-HMAC-SHA-256', [{ text: passwordOf(secret), secret: true }, { text: salt }], hex(pi)),
      line('t_1', 'SHA-256', [{ text: '01 | K_c1' }], hex(t1Of(kc1))),
      line('t_2', 'SHA-256', [{ text: '02 | K_c1 | K_s1' }], hex(t2Of(kc1, ks1))),
      line(
        'z',
        'P-256',
        [{ text: '(' }, { text: scalarText(number), secret: true }, { text: ' + t_2) / (S_c1 · t_1 + pi) · K_s1' }],
        z,
      ),
    ],
  }
}

export const proofWorking = (name: string, side: string, nc: number, { text }: Binding, output: string): Working => ({
  name,
  apply: 'SHA-256',
  input: [{ text: `${side} | K_c1 | K_s1 | z | VI(${nc}) | VS(${text})` }],
  output,
})

const scalarText = (value: bigint): string => value.toString(16).padStart(64, '0')
