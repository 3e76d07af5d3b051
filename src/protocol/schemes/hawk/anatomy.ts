/** The parts of Hawk's challenges, credentials and `Server-Authorization`. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import { parseCredentials } from '../../auth/parse-credentials.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { params } from './params.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  // `Server-Authorization` looks as credentials do.
  const element = 'scheme' in node ? node : parseCredentials(node.value).value
  if (!element) return []
  const { scheme, payload } = element
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'Hawk §protocol-example' }
  if (payload.kind === 'token68')
    return [opening, { span: payload.token68.span, role: 'token68', cite: 'Hawk §protocol-example' }]
  return payload.kind === 'params' ? [opening, ...payload.params.map(partOf)] : [opening]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded: instant(key, value) }
}

function instant(key: string, value: string): readonly Decoded[] {
  if (key !== 'ts' || !/^[0-9]{1,11}$/.test(value)) return []
  const at = Number(value) * 1000
  return [{ name: 'ts', text: new Date(at).toISOString(), instant: at, cite: 'Hawk §replay-protection' }]
}
