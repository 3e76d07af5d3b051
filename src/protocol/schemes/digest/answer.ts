/** The client answers (RFC 7616 §3.4). */

import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Answer, Ask } from '../../auth/scheme.ts'
import { base64 } from '../../text/octets.ts'
import { compute, computeUserhash } from './compute.ts'
import { writeExtValue } from './ext-value.ts'
import { readOffer } from './offer.ts'
import { followNonce } from './thread.ts'

export async function answer({ offer: challenge, secret, request, earlier, env }: Ask): Promise<Answer> {
  const offer = readOffer(challenge)
  if (!offer) throw new Error('A Digest challenge that no client can use was to be answered')
  const { realm, algorithm, algorithmText, qop, opaque } = offer
  const { nonce, uses, session } = followNonce(offer.nonce, earlier)
  const username = (secret.username ?? '').normalize('NFC')
  const nc = (uses + 1).toString(16).padStart(8, '0')
  const protection = qop && { qop, nc, cnonce: base64(env.random(12)) }
  const { value, workings } = compute({
    algorithm,
    username,
    realm,
    password: (secret.password ?? '').normalize('NFC'),
    method: request.line.method.text,
    uri: request.line.target.text,
    body: request.body.text,
    nonce,
    protection,
    session,
  })
  const userhash = offer.userhash ? computeUserhash(algorithm, username, realm) : undefined
  const params: readonly ParamDraft[] = [
    userhash ? ['username', userhash.output, 'quoted'] : nameParam(username),
    ['realm', realm, 'quoted'],
    ['uri', request.line.target.text, 'quoted'],
    ...given('algorithm', algorithmText, 'token'),
    ['nonce', nonce, 'quoted'],
    ...given('nc', protection?.nc, 'token'),
    ...given('cnonce', protection?.cnonce, 'quoted'),
    ...given('qop', protection?.qop, 'token'),
    ['response', value, 'quoted'],
    ...given('opaque', opaque, 'quoted'),
    ...given('userhash', userhash && 'true', 'token'),
  ]
  return {
    fields: [['Authorization', printElement('Digest', params)]],
    workings: userhash ? [...workings, userhash] : workings,
  }
}

const given = (name: string, value: string | undefined, form: ParamDraft[2]): readonly ParamDraft[] =>
  value === undefined ? [] : [[name, value, form]]

/** What a quoted-string can't hold, or only as octets that nobody knows the meaning of, goes into `username*` (RFC 7616 §4). */
const nameParam = (username: string): ParamDraft =>
  /^[ -~]*$/.test(username) ? ['username', username, 'quoted'] : ['username*', writeExtValue(username), 'token']
