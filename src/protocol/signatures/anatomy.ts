/** The parts of the fields of signatures, in reading order: what schemes say about them. */

import type { Decoded, Part } from '../auth/scheme.ts'
import type { Field } from '../http/message.ts'
import type { Cite } from '../text/cite.ts'
import { type Member, type Parameter, parseDictionary } from './structured-fields.ts'

/** Roles are `label`, `component`, `param.<name>`, `value` and `content-digest`. None of another field, or of one that is broken. */
export function signatureParts({ name, value }: Field): readonly Part[] {
  const members = parseDictionary(value) ?? []
  switch (name.text.toLowerCase()) {
    case 'signature-input':
    case 'accept-signature':
      return members.flatMap(inputParts)
    case 'signature':
      return members.flatMap((member) => pair(member, 'value', 'RFC 9421 §4.2'))
    case 'content-digest':
      return members.map(({ span }) => ({ span, role: 'content-digest', cite: 'RFC 9530 §2' }))
    default:
      return []
  }
}

const pair = ({ key, value }: Member, role: string, cite: Cite): readonly Part[] => [
  { span: key.span, role: 'label', cite: 'RFC 9421 §4' },
  { span: value.span, role, cite },
]

function inputParts(member: Member): readonly Part[] {
  const { key, value } = member
  if (value.kind !== 'list') return pair(member, 'value', 'RFC 9421 §4.1')
  return [
    { span: key.span, role: 'label', cite: 'RFC 9421 §4' },
    ...value.items.map(({ span }): Part => ({ span, role: 'component', cite: 'RFC 9421 §2' })),
    ...value.params.map(
      (param): Part => ({
        span: param.span,
        role: `param.${param.name}`,
        cite: 'RFC 9421 §2.3',
        decoded: decode(param),
      }),
    ),
  ]
}

function decode({ name, value }: Parameter): readonly Decoded[] {
  if ((name !== 'created' && name !== 'expires') || value.kind !== 'integer') return []
  const date = new Date(value.value * 1000)
  if (Number.isNaN(date.getTime())) return []
  return [{ name: 'instant', text: date.toISOString(), instant: date.getTime(), cite: 'RFC 9421 §2.3' }]
}
