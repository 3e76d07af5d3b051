/**
 * HTTP Message Signatures (RFC 9421): not an authentication scheme, but used as one: who can sign the request is who they are.
 *
 * Departures: none is registered, so there is no challenge that could go with a 401 (RFC 9110 §15.5.2). The server asks by
 * `Accept-Signature` (RFC 9421 §5.1), and its resources answer 403, or offer a registered scheme beside it.
 */

import type { AuthElement } from '../../auth/challenge.ts'
import type { Env, ParamSpec, Part, Refusal, Scheme } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { signatureParts } from '../../signatures/anatomy.ts'
import { componentNamed } from '../../signatures/message-signature.ts'
import { signingKeyOf } from '../../signatures/sign.ts'
import { type BareItem, isStringText, printInnerList } from '../../signatures/structured-fields.ts'
import { base64url } from '../../text/octets.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import type { SignatureMemory, SignatureSettings, Space } from './space.ts'

const ALGORITHMS = ['hmac-sha256', 'ed25519', 'ecdsa-p256-sha256', 'rsa-pss-sha512', 'rsa-v1_5-sha256'] as const

const param = (more: Partial<ParamSpec> = {}): ParamSpec => ({
  in: ['challenge', 'credentials'],
  cite: 'RFC 9421 §2.3',
  ...more,
})

/** No challenge, but a wish: what is to be covered, with a nonce to be taken (RFC 9421 §5.1). */
function challenge(space: Space, env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  const { label, components, tag } = space.settings
  const drafts: readonly (readonly [string, BareItem])[] = [
    ['created', { kind: 'boolean', value: true }],
    ['nonce', { kind: 'string', text: base64url(env.random(12)) }],
    ...(tag === undefined ? [] : [['tag', { kind: 'string', text: tag }] as const]),
  ]
  const params = drafts.map(([name, value]) => ({ name, value, span: { start: 0, end: 0 } }))
  const wish = printInnerList({ items: components.map(componentNamed), params })
  return { challenges: [], space, fields: [['Accept-Signature', `${label}=${wish}`] as const] }
}

function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return signatureParts(node)
  const { scheme, payload } = node
  const params = payload.kind === 'params' ? payload.params : []
  return [
    { span: scheme.span, role: 'scheme', cite: 'RFC 9421 §1' },
    ...params.map(
      ({ name, span }): Part => ({ span, role: `param.${name.text.toLowerCase()}`, cite: 'RFC 9110 §11.2' }),
    ),
  ]
}

const signatureInput: Scheme<SignatureSettings, SignatureMemory> = {
  name: 'Signature-Input',
  cite: 'RFC 9421 §1',
  registered: false,
  secret: 'signing-key',
  field: 'Signature-Input',
  fields: ['Signature', 'Content-Digest', 'Accept-Signature'],
  strength: 5,
  malformed: 400,
  unasked: true,
  dialog: false,
  params: {
    created: param(),
    expires: param(),
    keyid: param({ quoted: true }),
    alg: param({ quoted: true, values: ALGORITHMS }),
    nonce: param({ quoted: true }),
    tag: param({ quoted: true }),
  },
  challenge,
  unsendable: (secret) => {
    if (!signingKeyOf(secret)) return 'key'
    return isStringText(secret.keyid ?? '') ? undefined : 'keyid'
  },
  answer,
  usable: () => true,
  judge,
  anatomy,
  // A signature is good for one request, once; the key can't be found from it.
  exposes: () => [],
}

export default signatureInput
