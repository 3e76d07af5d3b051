/**
 * Structured fields, as much of them as signatures take (RFC 9651 §3): dictionaries of items and inner lists, each with its
 * place in the source.
 *
 * Departures: decimals, dates and display strings are not read, as no field of signatures holds any; a dictionary with one
 * is unreadable.
 */

import { base64, fromBase64 } from '../text/octets.ts'
import { type Span, span, type Token, token } from '../text/span.ts'

/** RFC 9651 §3.3. */
export type BareItem =
  | { readonly kind: 'string' | 'token'; readonly text: string }
  | { readonly kind: 'integer'; readonly value: number }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'bytes'; readonly octets: Uint8Array }

export interface Parameter {
  readonly name: string
  readonly value: BareItem
  /** Without the semicolon before it. */
  readonly span: Span
}

export interface Item {
  readonly kind: 'item'
  readonly value: BareItem
  readonly params: readonly Parameter[]
  readonly span: Span
}

export interface InnerList {
  readonly kind: 'list'
  readonly items: readonly Item[]
  readonly params: readonly Parameter[]
  readonly span: Span
}

export interface Member {
  readonly key: Token
  readonly value: Item | InnerList
  readonly span: Span
}

/** A reader moves over the text and never goes back; `undefined` from any of them ends the reading. */
interface Cursor {
  readonly text: string
  readonly base: number
  at: number
}

/** What matches at the cursor, which moves behind it. `pattern` is sticky. */
function take(cursor: Cursor, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = cursor.at
  const match = pattern.exec(cursor.text)
  if (!match) return undefined
  cursor.at += match[0].length
  return match
}

const spanFrom = ({ at, base }: Cursor, start: number): Span => span(start + base, at + base)

const SPACES = / */y
const OWS = /[ \t]*/y
const KEY = /[a-z*][a-z0-9_\-.*]*/y
const STRING = /"([ !#-[\]-~]*(?:\\["\\][ !#-[\]-~]*)*)"/y
const TOKEN = /[A-Za-z*][!#$%&'*+\-.^_`|~:/A-Za-z0-9]*/y
const INTEGER = /-?[0-9]{1,15}(?![0-9.])/y
const BOOLEAN = /\?([01])/y
const BYTES = /:([A-Za-z0-9+/=]*):/y
const COMMA = /,/y
const SEMICOLON = /;/y
const EQUALS = /=/y
const OPEN = /\(/y
const CLOSE = /\)/y

/** `sf-dictionary`, RFC 9651 §4.2.2: where a key stands twice, the last one counts. Undefined where it can't be read. */
export function parseDictionary({ text, span: whole }: Token): readonly Member[] | undefined {
  const cursor: Cursor = { text, base: whole.start, at: 0 }
  const members = new Map<string, Member>()
  take(cursor, SPACES)
  while (cursor.at < text.length) {
    const member = readMember(cursor)
    if (!member) return undefined
    members.delete(member.key.text)
    members.set(member.key.text, member)
    take(cursor, OWS)
    if (cursor.at === text.length) break
    if (!take(cursor, COMMA)) return undefined
    take(cursor, OWS)
    if (cursor.at === text.length) return undefined
  }
  return [...members.values()]
}

/** `key [ "=" ( item / inner-list ) ]`, or the key alone for a true that is not written (RFC 9651 §4.2.2). */
function readMember(cursor: Cursor): Member | undefined {
  const start = cursor.at
  const key = take(cursor, KEY)
  if (!key) return undefined
  const name = token(cursor.text, start, cursor.at)
  const placed = { text: name.text, span: spanFrom(cursor, start) }
  const value = take(cursor, EQUALS) ? (readInnerList(cursor) ?? readItem(cursor)) : readTrue(cursor)
  return value && { key: placed, value, span: spanFrom(cursor, start) }
}

function readTrue(cursor: Cursor): Item | undefined {
  const start = cursor.at
  const params = readParams(cursor)
  return params && { kind: 'item', value: { kind: 'boolean', value: true }, params, span: spanFrom(cursor, start) }
}

/** `sf-item`, RFC 9651 §4.2.3. */
function readItem(cursor: Cursor): Item | undefined {
  const start = cursor.at
  const value = readBare(cursor)
  const params = value && readParams(cursor)
  return params && { kind: 'item', value, params, span: spanFrom(cursor, start) }
}

/** `inner-list`, RFC 9651 §4.2.1.2. */
function readInnerList(cursor: Cursor): InnerList | undefined {
  const start = cursor.at
  if (!take(cursor, OPEN)) return undefined
  const items: Item[] = []
  for (;;) {
    const spaces = take(cursor, SPACES)?.[0] ?? ''
    if (take(cursor, CLOSE)) {
      const params = readParams(cursor)
      return params && { kind: 'list', items, params, span: spanFrom(cursor, start) }
    }
    const item = items.length > 0 && spaces === '' ? undefined : readItem(cursor)
    if (!item) return undefined
    items.push(item)
  }
}

/** `parameters`, RFC 9651 §4.2.3.2: a name that stands twice keeps its first place and gets its last value. */
function readParams(cursor: Cursor): readonly Parameter[] | undefined {
  const params = new Map<string, Parameter>()
  while (take(cursor, SEMICOLON)) {
    take(cursor, SPACES)
    const start = cursor.at
    const name = take(cursor, KEY)?.[0]
    if (name === undefined) return undefined
    const value = take(cursor, EQUALS) ? readBare(cursor) : ({ kind: 'boolean', value: true } as const)
    if (!value) return undefined
    params.set(name, { name, value, span: spanFrom(cursor, start) })
  }
  return [...params.values()]
}

/** `bare-item`, RFC 9651 §4.2.3.1. */
function readBare(cursor: Cursor): BareItem | undefined {
  const string = take(cursor, STRING)
  if (string) return { kind: 'string', text: (string[1] ?? '').replace(/\\(.)/g, '$1') }
  const word = take(cursor, TOKEN)
  if (word) return { kind: 'token', text: word[0] }
  const integer = take(cursor, INTEGER)
  if (integer) return { kind: 'integer', value: Number(integer[0]) }
  const boolean = take(cursor, BOOLEAN)
  if (boolean) return { kind: 'boolean', value: boolean[1] === '1' }
  const bytes = take(cursor, BYTES)
  const octets = bytes && fromBase64(bytes[1] ?? '')
  return octets && { kind: 'bytes', octets }
}

/** RFC 9651 §4.1.3.1: there is one way to write each, so both sides sign the same text. */
export function printBare(item: BareItem): string {
  switch (item.kind) {
    case 'string':
      return `"${item.text.replace(/["\\]/g, '\\$&')}"`
    case 'token':
      return item.text
    case 'integer':
      return String(item.value)
    case 'boolean':
      return item.value ? '?1' : '?0'
    case 'bytes':
      return `:${base64(item.octets)}:`
  }
}

/** RFC 9651 §4.1.1.2: a true is not written. */
export const printParams = (params: readonly Pick<Parameter, 'name' | 'value'>[]): string =>
  params
    .map(({ name, value }) => (value.kind === 'boolean' && value.value ? `;${name}` : `;${name}=${printBare(value)}`))
    .join('')

export const printItem = ({ value, params }: Pick<Item, 'value' | 'params'>): string =>
  printBare(value) + printParams(params)

/** RFC 9651 §4.1.1.1. */
export const printInnerList = ({ items, params }: Pick<InnerList, 'items' | 'params'>): string =>
  `(${items.map(printItem).join(' ')})${printParams(params)}`

/** Whether a text can stand in an `sf-string` (RFC 9651 §3.3.3): printable ASCII. */
export const isStringText = (text: string): boolean => /^[ -~]*$/.test(text)
