/** The parts of Mutual's challenges, credentials and `Authentication-Info`. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { extended } from './names.ts'
import { params } from './params.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return parseParams(node.value).value.map(partOf)
  const parts = node.payload.kind === 'params' ? node.payload.params.map(partOf) : []
  return [{ span: node.scheme.span, role: 'scheme', cite: 'RFC 8120 §4' }, ...parts]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  const decoded = key === 'user*' ? decode(value) : []
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded }
}

function decode(value: string): readonly Decoded[] {
  const user = extended(value)
  return user === undefined ? [] : [{ name: 'user', text: user, cite: 'RFC 8187 §3.2' }]
}
