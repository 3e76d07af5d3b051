/** The parts of the credentials and of the fields that go with them, and what can be read in them. */

import type { AuthElement, AuthParam } from '../../auth/challenge.ts'
import type { Decoded, ParamSpec, Part } from '../../auth/scheme.ts'
import type { Field } from '../../http/message.ts'
import type { Cite } from '../../text/cite.ts'
import { PARAMS, readCredential } from './credential.ts'
import { readStamp } from './stamp.ts'

const HEADER: Cite = 'AWS §sigv4-auth-using-authorization-header'

/** Written without quotes, though the values want some (RFC 9110 §11.2). */
export const params: Readonly<Record<string, ParamSpec>> = {
  Credential: { in: ['credentials'], cite: HEADER, required: true, quoted: false },
  SignedHeaders: { in: ['credentials'], cite: HEADER, required: true, quoted: false },
  Signature: { in: ['credentials'], cite: HEADER, required: true, quoted: false },
}

/** The fields that go along, with the roles that their values have. */
const FIELDS: ReadonlyMap<string, { readonly role: string; readonly cite: Cite }> = new Map([
  ['x-amz-date', { role: 'amz-date', cite: 'AWS §sig-v4-header-based-auth' }],
  ['x-amz-content-sha256', { role: 'content-sha256', cite: 'AWS §sig-v4-header-based-auth' }],
  ['x-amz-security-token', { role: 'security-token', cite: 'AWS §sig-v4-authenticating-requests' }],
])
export const fieldNames = ['X-Amz-Date', 'X-Amz-Content-Sha256', 'X-Amz-Security-Token']

export function anatomy(node: AuthElement | Field): readonly Part[] {
  if (!('scheme' in node)) {
    const known = FIELDS.get(node.name.text.toLowerCase())
    const { text, span } = node.value
    if (!known || text === '') return []
    const instant = known.role === 'amz-date' ? readStamp(text) : undefined
    return [{ span, ...known, decoded: instant === undefined ? [] : [dated(instant)] }]
  }
  const { scheme, payload } = node
  const opening: Part = { span: scheme.span, role: 'scheme', cite: 'AWS §sig-v4-authenticating-requests' }
  return [opening, ...(payload.kind === 'params' ? payload.params.map(partOf) : [])]
}

const dated = (instant: number): Decoded => ({ name: 'signed', text: new Date(instant).toISOString(), instant })

function partOf({ name, raw, span }: AuthParam): Part {
  const key = PARAMS.find((each) => each === name.text)
  if (!key) return { span, role: `param.${name.text}`, cite: 'RFC 9110 §11.2' }
  return { span, role: `param.${key}`, cite: HEADER, decoded: key === 'Credential' ? decoded(raw.text) : [] }
}

function decoded(text: string): readonly Decoded[] {
  const credential = readCredential(text)
  if (!credential) return []
  const { accessKeyId, date, region, service } = credential
  return [
    { name: 'key', text: accessKeyId, cite: HEADER },
    { name: 'day', text: date, cite: HEADER },
    { name: 'region', text: region, cite: HEADER },
    { name: 'service', text: service, cite: HEADER },
  ]
}
