/** What a challenge and what credentials are made of (RFC 9110 §11.2–§11.4). */

import type { Fault } from '../http/message.ts'
import type { Span, Token } from '../text/span.ts'

/** `auth-param = token BWS "=" BWS ( token / quoted-string )`, RFC 9110 §11.2. */
export interface AuthParam {
  readonly name: Token
  /** As sent: with its quotes and backslashes. */
  readonly raw: Token
  /** What is meant: without quotes, quoted pairs resolved. */
  readonly value: string
  readonly quoted: boolean
  readonly span: Span
}

export type Payload =
  | { readonly kind: 'bare' }
  | { readonly kind: 'token68'; readonly token68: Token }
  | { readonly kind: 'params'; readonly params: readonly AuthParam[] }

/** `auth-scheme [ 1*SP ( token68 / #auth-param ) ]`: the same shape both ways, RFC 9110 §11.3 and §11.4. */
export interface AuthElement {
  readonly scheme: Token
  readonly payload: Payload
  readonly span: Span
}

export type Challenge = AuthElement
export type Credentials = AuthElement

/** What was read, and where the text left the grammar. */
export interface Read<T> {
  readonly value: T
  readonly faults: readonly Fault[]
}

/** The parameter of that name (names compare without case, RFC 9110 §11.2), the first where it stands twice. */
export function param(element: AuthElement, name: string): AuthParam | undefined {
  if (element.payload.kind !== 'params') return undefined
  return element.payload.params.find((each) => each.name.text.toLowerCase() === name.toLowerCase())
}

/** Whether two scheme names mean the same scheme (RFC 9110 §11.1). */
export const sameScheme = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
