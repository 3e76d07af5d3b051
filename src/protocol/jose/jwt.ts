/** Reads a JSON Web Token in its compact form, `header.claims.signature` (RFC 7519 §7.2, RFC 7515 §5.2). */

import type { Json } from '../auth/scheme.ts'
import { base64url, fromBase64url, utf8Text } from '../text/octets.ts'
import { type Span, shift, type Token, token } from '../text/span.ts'

export type JsonObject = { readonly [name: string]: Json | undefined }

type ObjectFault = 'base64url' | 'utf8' | 'json' | 'object' | 'duplicate'
export type JwtFaultCode = 'parts-count' | `header-${ObjectFault}` | `claims-${ObjectFault}` | 'signature-base64url'

/** A place where the text leaves the format. Reading goes on behind it. */
export interface JwtFault {
  readonly code: JwtFaultCode
  readonly span: Span
  /** For `…-duplicate`: the member that stands twice. */
  readonly name?: string
}

export interface Jwt {
  /** As many as there are, three in a good one: put a dot between each two and the text is back. */
  readonly parts: readonly Token[]
  /** What is signed: the first two parts and the dot between (RFC 7515 §5.2 step 8). */
  readonly signingInput: string
  readonly header?: JsonObject
  readonly claims?: JsonObject
  readonly signature?: Uint8Array
  readonly faults: readonly JwtFault[]
}

/** RFC 8259 §9 lets a reader limit the depth; what is deeper than this could not be printed again. */
const DEEPEST = 100

/** Total: whatever the text is, what can be read of it is read. Five parts would be an encrypted token (RFC 7516 §7.1). */
export function readJwt({ text, span }: Token): Jwt {
  const parts = partsOf(text).map((part): Token => ({ text: part.text, span: shift(part.span, span.start) }))
  const [first, second, third] = parts
  const counted: readonly JwtFault[] = parts.length === 3 ? [] : [{ code: 'parts-count', span }]
  const header = first ? readObject(first, 'header') : NOTHING
  const claims = second && parts.length <= 3 ? readObject(second, 'claims') : NOTHING
  const signature = third && parts.length === 3 ? fromStrictBase64url(third.text) : undefined
  const unsigned = parts.length === 3 && third && !signature
  return {
    parts,
    signingInput: parts
      .slice(0, 2)
      .map((part) => part.text)
      .join('.'),
    header: header.value,
    claims: claims.value,
    signature,
    faults: [
      ...counted,
      ...header.faults,
      ...claims.faults,
      ...(unsigned ? [{ code: 'signature-base64url', span: third.span } as const] : []),
    ],
  }
}

/** Whether a text means to be a JWT: its first octet, decoded, is `{`, and a dot follows. */
export const looksLikeJwt = (text: string): boolean => /^e[w-z0-9_-][A-Za-z0-9_-]*\./.test(text)

function partsOf(text: string): readonly Token[] {
  const dots = [...text.matchAll(/\./g)].map(({ index }) => index)
  return [-1, ...dots].map((dot, i) => token(text, dot + 1, dots[i] ?? text.length))
}

interface ReadObject {
  readonly value?: JsonObject
  readonly faults: readonly JwtFault[]
}
const NOTHING: ReadObject = { faults: [] }

function readObject({ text, span }: Token, part: 'header' | 'claims'): ReadObject {
  const fault = (code: ObjectFault, name?: string) => [{ code: `${part}-${code}`, span, name } as const]
  const octets = fromStrictBase64url(text)
  if (!octets) return { faults: fault('base64url') }
  const json = utf8Text(octets)
  if (json === undefined) return { faults: fault('utf8') }
  const value = parseJson(json)
  if (value === undefined) return { faults: fault('json') }
  if (!isObject(value)) return { faults: fault('object') }
  const { deepest, twice } = membersOf(json)
  if (deepest > DEEPEST) return { faults: fault('json') }
  // RFC 7519 §4 lets a reader refuse such a token or take the last of the two; two readers might differ, so we refuse.
  return { value, faults: twice === undefined ? [] : fault('duplicate', twice) }
}

function parseJson(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Whether a JSON value is an object, not an array nor null (RFC 8259 §4). */
export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How deep a JSON text goes, and a member name of its outermost object that stands twice. */
function membersOf(json: string): { readonly deepest: number; readonly twice?: string } {
  const names = new Set<string>()
  let depth = 0
  let deepest = 0
  let twice: string | undefined
  for (const [text] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"(?:\s*:)?|[{}[\]]/g)) {
    if (text === '{' || text === '[') deepest = Math.max(deepest, ++depth)
    else if (text === '}' || text === ']') depth--
    else if (depth === 1 && text.endsWith(':')) {
      const name: string = JSON.parse(text.slice(0, -1))
      if (names.has(name)) twice ??= name
      names.add(name)
    }
  }
  return { deepest, twice }
}

/**
 * Refuses spare bits that are not zero (RFC 4648 §3.5), so that one token has one spelling: otherwise the last character
 * of a signature could be changed and it would still verify.
 */
function fromStrictBase64url(text: string): Uint8Array | undefined {
  const octets = fromBase64url(text)
  return octets && base64url(octets) === text ? octets : undefined
}
