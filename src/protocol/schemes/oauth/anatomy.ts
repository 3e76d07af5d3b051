/** The parts of OAuth's challenges and credentials, and what can be read in them. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { isRealm } from './parameters.ts'
import { params } from './params.ts'
import { decode } from './percent.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'RFC 5849 §3.5.1' }
  if (payload.kind === 'token68')
    return [opening, { span: payload.token68.span, role: 'token68', cite: 'RFC 5849 §3.5.1' }]
  return payload.kind === 'params' ? [opening, ...payload.params.map(partOf)] : [opening]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded: opened(key, value) }
}

/** A timestamp says when; of the rest it is told what the percent signs hide. */
function opened(key: string, value: string): readonly Decoded[] {
  const text = isRealm(key) ? value : decode(value)
  if (key === 'oauth_timestamp' && text !== undefined && /^[0-9]{1,11}$/.test(text)) {
    const instant = Number(text) * 1000
    return [{ name: 'sent', text: new Date(instant).toISOString(), instant, cite: 'RFC 5849 §3.3' }]
  }
  return text === undefined || text === value ? [] : [{ name: 'text', text, cite: 'RFC 5849 §3.6' }]
}
