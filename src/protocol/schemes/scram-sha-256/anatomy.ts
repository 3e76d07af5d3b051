/** The parts of SCRAM's challenges, credentials and `Authentication-Info`, and the messages in `data` opened. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import { parseParams } from '../../auth/parse-params.ts'
import type { Decoded, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import { readData, readName } from './messages.ts'
import { params } from './params.ts'
import { srTime } from './sr.ts'

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) return parseParams(node.value).value.map(partOf)
  const parts = node.payload.kind === 'params' ? node.payload.params.map(partOf) : []
  return [{ span: node.scheme.span, role: 'scheme', cite: 'RFC 7804 §5' }, ...parts]
}

function partOf({ name, value, span }: AuthParam): Part {
  const key = name.text.toLowerCase()
  return { span, role: `param.${key}`, cite: params[key]?.cite ?? 'RFC 9110 §11.2', decoded: decode(key, value) }
}

function decode(key: string, value: string): readonly Decoded[] {
  if (key === 'data') return decodeMessage(readData(value) ?? '')
  const made = key === 'sr' ? srTime(value) : undefined
  if (made === undefined || Number.isNaN(new Date(made).getTime())) return []
  return [{ name: 'made', text: new Date(made).toISOString(), instant: made, cite: 'RFC 7804 §5.1' }]
}

/** By the letter that an attribute begins with (RFC 5802 §5.1). */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  n: 'user',
  r: 'nonce',
  s: 'salt',
  i: 'iterations',
  c: 'binding',
  p: 'proof',
  v: 'signature',
}

function decodeMessage(message: string): readonly Decoded[] {
  const [gs2, rest] = splitGs2(message)
  const attributes = rest.split(',').flatMap((text): readonly Decoded[] => {
    const name = text[1] === '=' ? ATTRIBUTES[text[0] ?? ''] : undefined
    return name ? [{ name, text: meant(name, text.slice(2)), cite: 'RFC 5802 §5.1' }] : []
  })
  return gs2 ? [{ name: 'gs2', text: gs2, cite: 'RFC 5802 §7' }, ...attributes] : attributes
}

function splitGs2(message: string): readonly [gs2: string, rest: string] {
  const gs2 = /^(?:[ny]|p=[^,]*),[^,]*,/.exec(message)?.[0] ?? ''
  return [gs2, message.slice(gs2.length)]
}

function meant(name: string, text: string): string {
  if (name === 'user') return readName(text) ?? text
  return name === 'binding' ? (readData(text) ?? text) : text
}
