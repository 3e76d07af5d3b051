/** The parts of Digest's challenges, credentials and `Authentication-Info`, and what can be read in them. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { readExtValue } from './ext-value.ts'
import { nonceTime } from './nonce.ts'
import { params } from './params.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return parseParams(node.value).value.map(partOf)
  const parts = node.payload.kind === 'params' ? node.payload.params.map(partOf) : []
  return [{ span: node.scheme.span, role: 'scheme', cite: 'RFC 7616 §3.1' }, ...parts]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded: decode(key, value) }
}

/** A nonce is nobody's business but its server's: only what was made after our own recipe is opened (RFC 7616 §3.3). */
function decode(key: string, value: string): readonly Decoded[] {
  if (key === 'username*') {
    const user = readExtValue(value)
    return user === undefined ? [] : [{ name: 'user', text: user, cite: 'RFC 8187 §3.2' }]
  }
  if (key === 'domain') return value.split(/\s+/).filter(Boolean).map(spaceOf)
  const made = key === 'nonce' || key === 'nextnonce' ? nonceTime(value) : undefined
  if (made === undefined || Number.isNaN(new Date(made).getTime())) return []
  return [{ name: 'made', text: new Date(made).toISOString(), instant: made, cite: 'RFC 7616 §3.3' }]
}

/** One URI of `domain`: whatever begins with it belongs to the protection space (RFC 7616 §3.3). */
function spaceOf(text: string): Decoded {
  const name = text.startsWith('/') ? 'here' : /^[a-z][a-z0-9+.-]*:/i.test(text) ? 'elsewhere' : 'stray'
  return { name, text, cite: 'RFC 7616 §3.3' }
}
