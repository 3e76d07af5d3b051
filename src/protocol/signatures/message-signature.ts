/** The signatures of a message: what `Signature-Input` says about each, and its value in `Signature` (RFC 9421 §4). */

import { fieldsNamed } from '../http/field.ts'
import type { Field, FieldDraft, HttpMessage } from '../http/message.ts'
import type { Span } from '../text/span.ts'
import {
  type BareItem,
  type InnerList,
  type Item,
  type Member,
  type Parameter,
  parseDictionary,
  printInnerList,
  printItem,
} from './structured-fields.ts'

export interface MessageSignature {
  readonly label: string
  readonly input: InnerList
  /** Absent where `Signature` has nothing under this label. */
  readonly value?: Uint8Array
  readonly saw: { readonly input: Span; readonly value?: Span }
}

/** Undefined where one of the two fields can't be read: a dictionary that is broken is nothing at all (RFC 9651 §4.2). */
export function readSignatures(message: HttpMessage): readonly MessageSignature[] | undefined {
  const inputs = membersOf(fieldsNamed(message, 'Signature-Input'))
  const values = membersOf(fieldsNamed(message, 'Signature'))
  if (!inputs || !values) return undefined
  const signatures = inputs.map((member) => signatureOf(member, values))
  return signatures.every((each) => each !== undefined) ? signatures : undefined
}

/** All lines of a field are one dictionary (RFC 9651 §4.2). */
function membersOf(fields: readonly Field[]): readonly Member[] | undefined {
  const read = fields.map(({ value }) => parseDictionary(value))
  if (read.some((each) => each === undefined)) return undefined
  return [...new Map(read.flatMap((each) => each ?? []).map((member) => [member.key.text, member])).values()]
}

function signatureOf({ key, value: input, span }: Member, values: readonly Member[]): MessageSignature | undefined {
  if (input.kind !== 'list' || !isWellTyped(input)) return undefined
  const found = values.find((each) => each.key.text === key.text)
  const octets =
    found?.value.kind === 'item' && found.value.value.kind === 'bytes' ? found.value.value.octets : undefined
  return { label: key.text, input, value: octets, saw: { input: span, value: found?.span } }
}

/** RFC 9421 §2.3: which kind of value each parameter has. */
const KINDS: Readonly<Record<string, BareItem['kind']>> = {
  created: 'integer',
  expires: 'integer',
  keyid: 'string',
  alg: 'string',
  nonce: 'string',
  tag: 'string',
}

/** Components are strings, each is covered once (RFC 9421 §2), and the parameters are what they have to be. */
function isWellTyped({ items, params }: InnerList): boolean {
  const identifiers = items.map(printItem)
  return (
    items.every(({ value }) => value.kind === 'string') &&
    new Set(identifiers).size === identifiers.length &&
    params.every(({ name, value }) => !Object.hasOwn(KINDS, name) || KINDS[name] === value.kind)
  )
}

const paramOf = ({ input }: Pick<MessageSignature, 'input'>, name: string): Parameter | undefined =>
  input.params.find((each) => each.name === name)

/** What a parameter of text says: `keyid`, `alg`, `nonce`, `tag`. */
export function textOf(signature: Pick<MessageSignature, 'input'>, name: string): string | undefined {
  const value = paramOf(signature, name)?.value
  return value?.kind === 'string' ? value.text : undefined
}

/** An instant, in milliseconds since 1970: `created`, `expires`. */
export function instantOf(signature: Pick<MessageSignature, 'input'>, name: string): number | undefined {
  const value = paramOf(signature, name)?.value
  return value?.kind === 'integer' ? value.value * 1000 : undefined
}

/** Where these parameters stand; the whole input where none of them does. */
export function sawParams(signature: MessageSignature, ...names: readonly string[]): readonly Span[] {
  const spans = names.flatMap((name) => paramOf(signature, name)?.span ?? [])
  return spans.length > 0 ? spans : [signature.saw.input]
}

/** What `Accept-Signature` asks for (RFC 9421 §5.1), or what a signer means to do without being asked. */
export interface Wanted {
  readonly label: string
  readonly items: readonly Pick<Item, 'value' | 'params'>[]
  readonly created: boolean
  readonly expires?: boolean
  readonly alg?: boolean
  readonly nonce?: string
  readonly tag?: string
}

/** `@method` as a component, without parameters. */
export const componentNamed = (name: string): Item => ({
  kind: 'item',
  value: { kind: 'string', text: name },
  params: [],
  span: { start: 0, end: 0 },
})

/** What the first member of a response's `Accept-Signature` wants; undefined where there is none that can be read. */
export function readWanted(message: HttpMessage): Wanted | undefined {
  const [member] = membersOf(fieldsNamed(message, 'Accept-Signature')) ?? []
  if (member?.value.kind !== 'list') return undefined
  const { value: input, key } = member
  const has = (name: string) => paramOf({ input }, name) !== undefined
  return {
    label: key.text,
    items: input.items,
    created: has('created'),
    expires: has('expires'),
    alg: has('alg'),
    nonce: textOf({ input }, 'nonce'),
    tag: textOf({ input }, 'tag'),
  }
}

/** The covered components and the parameters, in the order in which the specification prints them (RFC 9421 §2.3). */
export function inputFor(
  wanted: Wanted,
  { keyid, alg, now, lifetime }: { keyid: string; alg: string; now: number; lifetime: number },
): InnerList {
  const seconds = Math.floor(now / 1000)
  const nowhere = { start: 0, end: 0 }
  const drafts: readonly (readonly [string, BareItem] | false)[] = [
    wanted.created && ['created', { kind: 'integer', value: seconds }],
    wanted.expires === true && ['expires', { kind: 'integer', value: seconds + lifetime }],
    ['keyid', { kind: 'string', text: keyid }],
    wanted.alg === true && ['alg', { kind: 'string', text: alg }],
    wanted.nonce !== undefined && ['nonce', { kind: 'string', text: wanted.nonce }],
    wanted.tag !== undefined && ['tag', { kind: 'string', text: wanted.tag }],
  ]
  const params = drafts.filter((each) => each !== false).map(([name, value]) => ({ name, value, span: nowhere }))
  const items = wanted.items.map((item): Item => ({ kind: 'item', ...item, span: nowhere }))
  return { kind: 'list', items, params, span: nowhere }
}

/** Both fields (RFC 9421 §4.1, §4.2). */
export const signatureFields = (label: string, input: InnerList, signature: string): readonly FieldDraft[] => [
  ['Signature-Input', `${label}=${printInnerList(input)}`],
  ['Signature', `${label}=:${signature}:`],
]
