/**
 * Signature (draft-cavage-http-signatures-12): signed requests before RFC 9421. Never registered, never finished, widely
 * used: the Fediverse talks by it.
 */

import { type AuthElement, param } from '../../auth/challenge.ts'
import { parseParams } from '../../auth/parse-params.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Env, Part, Refusal, Scheme } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { signingKeyOf } from '../../signatures/sign.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import { canonical, params } from './params.ts'
import { namesIn } from './signing-string.ts'
import type { CavageSettings, Space } from './space.ts'

/** The realm, and what is to be covered (§3.1.1). */
function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const text = printElement('Signature', [
    ['realm', space.realm, 'quoted'],
    ['headers', space.settings.headers.join(' '), 'quoted'],
  ])
  return { challenges: [text], space }
}

function anatomy(node: AuthElement | Field): readonly Part[] {
  const list =
    'scheme' in node ? (node.payload.kind === 'params' ? node.payload.params : []) : parseParams(node.value).value
  const opening: readonly Part[] =
    'scheme' in node ? [{ span: node.scheme.span, role: 'scheme', cite: 'draft-cavage-http-signatures-12 §3' }] : []
  const parts = list.map(({ name, value, span }): Part => {
    const key = canonical(name.text)
    const seconds = (key === 'created' || key === 'expires') && /^\d{1,12}$/.test(value) ? Number(value) : undefined
    const instant = seconds === undefined ? Number.NaN : seconds * 1000
    const decoded = Number.isNaN(new Date(instant).getTime())
      ? []
      : [{ name: 'instant', text: new Date(instant).toISOString(), instant }]
    return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded }
  })
  return [...opening, ...parts]
}

const signature: Scheme<CavageSettings, null> = {
  name: 'Signature',
  cite: 'draft-cavage-http-signatures-12 §3',
  registered: false,
  secret: 'cavage-key',
  field: 'Authorization',
  strength: 4,
  malformed: 401,
  dialog: false,
  params,
  challenge,
  unsendable: (secret) => (signingKeyOf(secret) ? undefined : 'key'),
  answer,
  usable: (offer) => !namesIn(param(offer, 'headers')?.value, '').includes(''),
  judge,
  anatomy,
  // Good for the same request again, until it is too old: there is no nonce.
  exposes: ({ credentials }) => {
    const value = credentials && param(credentials, 'signature')?.value
    return value ? [value] : []
  },
}

export default signature
