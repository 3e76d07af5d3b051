/** What the parts of DPoP's messages mean: challenges, access tokens, and its own fields `DPoP` and `DPoP-Nonce`. */

import type { AuthElement } from '../../auth/challenge.ts'
import type { ParamSpec, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { jwtParts, partsOf } from '../bearer/anatomy.ts'

const ERRORS = [
  ...['invalid_request', 'invalid_token', 'insufficient_scope'],
  ...['insufficient_user_authentication', 'invalid_dpop_proof', 'use_dpop_nonce'],
]

export const params: Readonly<Record<string, ParamSpec>> = {
  realm: { in: ['challenge'], cite: 'RFC 9110 §11.5', quoted: true },
  error: { in: ['challenge'], cite: 'RFC 9449 §7.1', quoted: true, values: ERRORS },
  error_description: { in: ['challenge'], cite: 'RFC 9449 §7.1', quoted: true },
  scope: { in: ['challenge'], cite: 'RFC 9449 §7.1', quoted: true },
  algs: { in: ['challenge'], cite: 'RFC 9449 §7.1', quoted: true },
}

/** What RFC 9449 §4.2 wants in a proof; anything else is shown with its name. */
const known = (...names: readonly string[]): ReadonlyMap<string, Cite> =>
  new Map(names.map((name) => [name, 'RFC 9449 §4.2']))
const HEADER = known('typ', 'alg', 'jwk')
const CLAIMS = known('jti', 'htm', 'htu', 'iat', 'ath', 'nonce')

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return partsOfField(node)
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 9449 §7.1' }
  if (payload.kind === 'bare') return [opening]
  if (payload.kind === 'token68') return [opening, ...partsOf(payload.token68)]
  const named = payload.params.map(({ name, span }): Part => {
    const key = name.text.toLowerCase()
    return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9449 §7.1' }
  })
  return [opening, ...named]
}

function partsOfField({ name, value }: Field): readonly Part[] {
  if (value.text === '') return []
  if (name.text.toLowerCase() === 'dpop-nonce') return [{ span: value.span, role: 'nonce', cite: 'RFC 9449 §8.1' }]
  const parts = jwtParts(value, 'proof', HEADER, CLAIMS)
  return parts.length > 0 ? parts : [{ span: value.span, role: 'proof', cite: 'RFC 9449 §4.1' }]
}
