/** The parts of vapid's challenge and credentials, and the claims in the token. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import type { Decoded, ParamSpec, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { instantOf, jwtOf, shown } from './token.ts'

export const params: Readonly<Record<string, ParamSpec>> = {
  t: { in: ['credentials'], cite: 'RFC 8292 §3.1', required: true, quoted: false },
  k: { in: ['credentials'], cite: 'RFC 8292 §3.2', required: true, quoted: false },
}

const CLAIMS: ReadonlyMap<string, Cite> = new Map([
  ['aud', 'RFC 8292 §2'],
  ['exp', 'RFC 8292 §2'],
  ['sub', 'RFC 8292 §2.1'],
])

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 8292 §3' }
  return [opening, ...(payload.kind === 'params' ? payload.params.map(partOf) : [])]
}

function partOf(param: AuthParam): Part {
  const name = param.name.text.toLowerCase()
  // Unknown parameters are ignored (RFC 8292 §3).
  const part = { span: param.span, role: `param.${name}`, cite: params[name]?.cite ?? 'RFC 8292 §3' }
  return name === 't' ? { ...part, decoded: decoded(param) } : part
}

/** Algorithm and claims; those without words of their own are shown with their name. */
function decoded(param: AuthParam): readonly Decoded[] {
  const { header, claims } = jwtOf(param)
  const alg: readonly Decoded[] =
    header?.alg === undefined ? [] : [{ name: 'alg', text: shown(header.alg), cite: 'RFC 7518 §3.4' }]
  const said = Object.entries(claims ?? {}).map(([name, value]): Decoded => {
    const cite = CLAIMS.get(name)
    if (!cite) return { name: 'claim', text: `${name}: ${shown(value)}` }
    const instant = name === 'exp' ? instantOf(value) : undefined
    return { name, text: shown(value), cite, ...(instant === undefined ? {} : { instant }) }
  })
  return [...alg, ...said]
}
