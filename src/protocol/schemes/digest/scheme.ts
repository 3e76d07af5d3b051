/** Digest: a hash of the password, the server's nonce and the request, so that the password stays where it is (RFC 7616). */

import { param } from '../../auth/challenge.ts'
import { type ParamDraft, printElement } from '../../auth/print-element.ts'
import type { Env, Refusal, Scheme } from '../../auth/scheme.ts'
import { anatomy } from './anatomy.ts'
import { answer } from './answer.ts'
import { readExtValue } from './ext-value.ts'
import { judge } from './judge.ts'
import { readOffer } from './offer.ts'
import { params } from './params.ts'
import { type DigestMemory, type DigestSettings, newNonce, type Space } from './space.ts'

/** One challenge for each algorithm, most preferred first, with one nonce for all (RFC 7616 §3.3, §3.7). */
function challenge(space: Space, env: Env, refusal?: Refusal) {
  // What can't be read, and what a known user may not do, no other nonce makes good.
  if (refusal?.kind === 'malformed' || refusal?.kind === 'forbidden') return { challenges: [], space }
  const { algorithms, qop, opaque, domain, charset, userhash } = space.settings
  const nonce = newNonce(space, env)
  const challenges = algorithms.map((algorithm) => {
    const drafts: readonly (ParamDraft | false)[] = [
      ['realm', space.realm, 'quoted'],
      domain !== undefined && ['domain', domain, 'quoted'],
      qop.length > 0 && ['qop', qop.join(', '), 'quoted'],
      ['algorithm', algorithm, 'token'],
      ['nonce', nonce, 'quoted'],
      refusal?.kind === 'stale' && ['stale', 'true', 'token'],
      opaque !== '' && ['opaque', opaque, 'quoted'],
      charset !== undefined && ['charset', charset, 'token'],
      userhash === true && ['userhash', 'true', 'token'],
    ]
    return printElement(
      'Digest',
      drafts.filter((each) => each !== false),
    )
  })
  return { challenges, space }
}

const digest: Scheme<DigestSettings, DigestMemory> = {
  name: 'Digest',
  cite: 'RFC 7616 §3.1',
  registered: true,
  secret: 'password',
  field: 'Authorization',
  strength: 3,
  malformed: 400,
  dialog: true,
  params,
  challenge,
  answer,
  usable: (offer) => readOffer(offer) !== undefined,
  judge,
  confirm: async (...given) => (await import('./confirm.ts')).confirm(...given),
  anatomy,
  // Whoever has the response can try passwords on it for as long as they like (RFC 7616 §5.1).
  exposes: ({ credentials }) => {
    const value = (name: string) => (credentials && param(credentials, name)?.value) ?? ''
    return [value('username') || (readExtValue(value('username*')) ?? ''), value('response')].filter(Boolean)
  },
}

export default digest
