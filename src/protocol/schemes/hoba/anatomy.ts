/** The parts of HOBA's challenges, of its credentials, and of the field that answers a registration. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import type { ParamSpec, Part, Where } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { readResult } from './result.ts'

export const params: Readonly<Record<string, ParamSpec>> = {
  challenge: { in: ['challenge'], cite: 'RFC 7486 §3', required: true, quoted: true },
  'max-age': { in: ['challenge'], cite: 'RFC 7486 §3', required: true },
  realm: { in: ['challenge'], cite: 'RFC 7486 §3', quoted: true },
  result: { in: ['credentials'], cite: 'RFC 7486 §3', required: true, quoted: true },
}

export function anatomy(node: AuthElement | Field, where: Where): readonly Part[] {
  if (!('scheme' in node)) {
    const { text, span } = node.value
    return node.name.text.toLowerCase() === 'hobareg' && text
      ? [{ span, role: 'hobareg', cite: 'RFC 7486 §6.1.1' }]
      : []
  }
  const opening: Part = { span: node.scheme.span, role: 'scheme', cite: 'RFC 7486 §3' }
  const given = node.payload.kind === 'params' ? node.payload.params : []
  return [opening, ...given.flatMap((each) => partsOf(each, where))]
}

/** A readable result falls into five parts: its name, and the four that points divide. */
function partsOf(each: AuthParam, where: Where): readonly Part[] {
  const name = each.name.text.toLowerCase()
  const result = name === 'result' && where === 'credentials' ? readResult(each) : undefined
  const whole: Part = { span: each.span, role: `param.${name}`, cite: params[name]?.cite ?? 'RFC 9110 §11.2' }
  if (!result) return [whole]
  return [
    { ...whole, span: each.name.span },
    { span: result.kid.span, role: 'kid', cite: 'RFC 7486 §9.4' },
    { span: result.challenge.span, role: 'challenge', cite: 'RFC 7486 §2' },
    { span: result.nonce.span, role: 'nonce', cite: 'RFC 7486 §2' },
    { span: result.sig.span, role: 'sig', cite: 'RFC 7486 §2' },
  ]
}
