/**
 * GNAP (RFC 9635): a token that is bound to a key of the client's, and a proof with each request that the client has it.
 *
 * Departures: of the ways to prove a key only `httpsig` is known (RFC 9635 §7.3.1), and no bearer tokens; the challenge is
 * quoted and has commas, though the RFC prints it otherwise (§9.1), as RFC 9110 §11.3 knows no other form.
 */

import type { AuthElement } from '../../auth/challenge.ts'
import { printElement } from '../../auth/print-element.ts'
import type { Env, ParamSpec, Part, Refusal, Scheme } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { signatureParts } from '../../signatures/anatomy.ts'
import { signingKeyOf } from '../../signatures/sign.ts'
import { isStringText } from '../../signatures/structured-fields.ts'
import { answer } from './answer.ts'
import { judge } from './judge.ts'
import type { GnapMemory, GnapSettings, Space } from './space.ts'

/** A parameter of the signature's fields, not of a challenge or of credentials. */
const signed: ParamSpec = { in: [], cite: 'RFC 9421 §2.3' }
const params: Readonly<Record<string, ParamSpec>> = {
  as_uri: { in: ['challenge'], cite: 'RFC 9635 §9.1', required: true, quoted: true },
  access: { in: ['challenge'], cite: 'RFC 9635 §9.1', quoted: true },
  referrer: { in: ['challenge'], cite: 'RFC 9635 §9.1', quoted: true },
  created: signed,
  keyid: signed,
  nonce: signed,
  tag: signed,
}

/** Where to get a token, and what to ask for there (RFC 9635 §9.1). */
export const gnapChallenge = (asUri: string, access?: string): string =>
  printElement('GNAP', [
    ['as_uri', asUri, 'quoted'],
    ...(access === undefined ? [] : [['access', access, 'quoted'] as const]),
  ])

function challenge(space: Space, _env: Env, refusal?: Refusal) {
  if (refusal?.kind === 'forbidden') return { challenges: [], space }
  return { challenges: [gnapChallenge(space.settings.asUri, space.settings.access)], space }
}

function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return signatureParts(node)
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 9635 §7.2' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68')
    return [opening, { span: payload.token68.span, role: 'token68', cite: 'RFC 9635 §7.2' }]
  const parts = payload.params.map(({ name, span }): Part => {
    const known = name.text.toLowerCase()
    return { span, role: `param.${known}`, cite: params[known]?.cite ?? 'RFC 9110 §11.2' }
  })
  return [opening, ...parts]
}

const gnap: Scheme<GnapSettings, GnapMemory> = {
  name: 'GNAP',
  cite: 'RFC 9635 §7.2',
  registered: true,
  secret: 'gnap-key',
  field: 'Authorization',
  fields: ['Signature-Input', 'Signature', 'Content-Digest'],
  strength: 6,
  malformed: 401,
  dialog: false,
  params,
  challenge,
  unsendable: (secret) => (signingKeyOf(secret) && isStringText(secret.keyid ?? '') ? undefined : 'key'),
  answer,
  usable: () => true,
  judge,
  anatomy,
  exposes: ({ credentials }) => (credentials?.payload.kind === 'token68' ? [credentials.payload.token68.text] : []),
}

export default gnap
