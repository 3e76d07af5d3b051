/**
 * The canonical request: one spelling for all requests that mean the same, so that client and server hash the same text
 * (AWS, Signature Calculations for the Authorization Header).
 */

import { unfold } from '../../http/field.ts'
import type { FieldDraft, HttpRequest } from '../../http/message.ts'
import { targetOf } from '../../http/target.ts'
import { hex, octetsOf } from '../../text/octets.ts'

/** What is signed; `payload` is the hash of the body, or the word that stands for none. */
export interface Signed {
  readonly request: HttpRequest
  readonly fields: readonly FieldDraft[]
  /** In lower case, sorted. */
  readonly names: readonly string[]
  readonly payload: string
  readonly service: string
}

/** Method, path, query, one line for each signed field, an empty line, the fields' names, the hash of the body. */
export function canonicalRequest({ request, fields, names, payload, service }: Signed): readonly string[] {
  const { path, query } = targetOf(request)
  const lines = names.map((name) => `${name}:${fieldValue(fields, name) ?? ''}`)
  return [
    request.line.method.text,
    service === 's3' ? encodedPath(path) : twiceEncodedPath(path),
    canonicalQuery(query),
    ...lines,
    '',
    names.join(';'),
    payload,
  ]
}

/** All values of a field: runs of white space are one space, and several lines are one list. Undefined: there is none. */
export function fieldValue(fields: readonly FieldDraft[], name: string): string | undefined {
  const values = fields.filter(([each]) => each.toLowerCase() === name).map(([, value]) => unfold(value))
  return values.length === 0 ? undefined : values.map((value) => value.trim().replace(/\s+/g, ' ')).join(',')
}

/** S3 keeps the path as it is: its names may hold `//` and `..`, and one way of percent-encoding stands for all. */
const encodedPath = (path: string): string => path.split('/').map(encoded).join('/') || '/'

/** All other services take `//`, `.` and `..` away (RFC 3986 §6.2.2.3), and encode once more what the request line says. */
function twiceEncodedPath(path: string): string {
  const kept: string[] = []
  for (const segment of path.split('/')) {
    if (segment === '..') kept.pop()
    else if (segment !== '' && segment !== '.') kept.push(segment)
  }
  const end = kept.length > 0 && /\/\.{0,2}$/.test(path) ? '/' : ''
  return `/${kept.map((segment) => encode(octetsOf(segment))).join('/')}${end}`
}

/** Sorted by name, then by value, both encoded: an order that doesn't depend on how the sender wrote them. */
function canonicalQuery(query: string): string {
  const pairs = query
    .split('&')
    .filter(Boolean)
    .map((pair): readonly [string, string] => {
      const at = pair.indexOf('=')
      return at < 0 ? [encoded(pair), ''] : [encoded(pair.slice(0, at)), encoded(pair.slice(at + 1))]
    })
  const before = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)
  return pairs
    .toSorted(([name, value], [otherName, other]) => before(name, otherName) || before(value, other))
    .map((pair) => pair.join('='))
    .join('&')
}

/** Percent-encoded in the one way that counts, whatever was encoded before. */
const encoded = (text: string): string => encode(decode(text))

/** The octets that a percent-encoded text spells; a percent sign that begins nothing stands for itself. */
function decode(text: string): Uint8Array {
  const octets: number[] = []
  for (const [piece] of text.matchAll(/%[0-9A-Fa-f]{2}|%|[^%]+/g)) {
    if (piece.length === 3 && piece.startsWith('%')) octets.push(Number.parseInt(piece.slice(1), 16))
    else for (const octet of octetsOf(piece)) octets.push(octet)
  }
  return Uint8Array.from(octets)
}

/** All but `unreserved` (RFC 3986 §2.3) is percent-encoded, with capital letters; a space is `%20`. */
const encode = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => {
    const character = String.fromCharCode(octet)
    return /[A-Za-z0-9._~-]/.test(character) ? character : `%${hex(Uint8Array.of(octet)).toUpperCase()}`
  }).join('')
