/** The parts of a challenge and of a token, and what is inside of them (RFC 9577 §2.1.1, §2.2.1). */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { hex } from '../../text/octets.ts'
import { digestOf } from './issuer-key.ts'
import { params } from './params.ts'
import { fromPadded, readChallenge, readToken, typeOf, typeText } from './structures.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return []
  const parts = node.payload.kind === 'params' ? node.payload.params.map(partOf) : []
  return [{ span: node.scheme.span, role: 'scheme', cite: 'RFC 9577 §2' }, ...parts]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded: decode(key, value) }
}

function decode(name: string, value: string): readonly Decoded[] {
  const octets = fromPadded(value)
  if (!octets || octets.length === 0) return []
  if (name === 'challenge') return inChallenge(octets)
  if (name === 'token') return inToken(octets)
  return name === 'token-key' ? [{ name: 'key-id', text: hex(digestOf(octets)), cite: 'RFC 9578 §6.5' }] : []
}

/** Of a type that nobody knows only the type can be told: the rest may have another structure. */
const typeIn = (octets: Uint8Array): readonly Decoded[] => {
  const type = typeOf(octets)
  return type === undefined ? [] : [{ name: 'type', text: typeText(type), cite: 'RFC 9577 §6.2' }]
}

function inChallenge(octets: Uint8Array): readonly Decoded[] {
  const read = readChallenge(octets)
  const cite = 'RFC 9577 §2.1.1'
  if (!read) return typeIn(octets)
  return [
    ...typeIn(octets),
    { name: 'issuer', text: read.issuer, cite },
    ...(read.context.length > 0 ? [{ name: 'context', text: hex(read.context), cite } as const] : []),
    ...(read.origins === '' ? [] : [{ name: 'origins', text: read.origins, cite } as const]),
  ]
}

function inToken(octets: Uint8Array): readonly Decoded[] {
  const read = readToken(octets)
  const cite = 'RFC 9577 §2.2.1'
  if (!read) return typeIn(octets)
  return [
    ...typeIn(octets),
    { name: 'nonce', text: hex(read.nonce), cite },
    { name: 'digest', text: hex(read.digest), cite },
    { name: 'key-id', text: hex(read.keyId), cite },
    { name: 'authenticator', text: hex(read.authenticator), cite },
  ]
}
