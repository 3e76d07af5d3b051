/** The two halves of the credentials: a token signed with ES256 (RFC 8292 §2), and the key that verifies it (§3.2). */

import { type AuthElement, type AuthParam, param } from '../../auth/challenge.ts'
import type { Json, Working } from '../../auth/scheme.ts'
import { type Jwt, readJwt } from '../../jose/jwt.ts'
import { type P256Key, verifiesP256 } from '../../keys/p256.ts'
import { base64url, fromBase64url, octetsOf } from '../../text/octets.ts'
import type { Token } from '../../text/span.ts'

export interface Parts {
  readonly token?: AuthParam
  readonly key?: AuthParam
}

export const partsOf = (element: AuthElement | undefined): Parts =>
  element ? { token: param(element, 't'), key: param(element, 'k') } : {}

/** The text of a parameter with its place: without quotes, if it has some. */
export function textOf({ raw, value, quoted }: AuthParam): Token {
  const { start, end } = raw.span
  return { text: value, span: quoted ? { start: start + 1, end: Math.max(start + 1, end - 1) } : raw.span }
}

/** An uncompressed point, `04 || x || y`, as 65 octets of base64url (RFC 8292 §3.2). */
export function readKey(text: string): Pick<P256Key, 'x' | 'y'> | undefined {
  const octets = fromBase64url(text)
  if (octets?.length !== 65 || octets[0] !== 4) return undefined
  return { x: base64url(octets.subarray(1, 33)), y: base64url(octets.subarray(33)) }
}

export const jwtOf = (param: AuthParam): Jwt => readJwt(textOf(param))

/** With the key that the sender gives along: it proves that sender and key belong together, not who the sender is. */
export function verify({ signingInput, signature }: Jwt, key: Pick<P256Key, 'x' | 'y'>, keyText: string) {
  const holds = signature !== undefined && verifiesP256(octetsOf(signingInput), signature, key)
  const input = [{ text: keyText }, { text: ', ' }, { text: 'signing input' }, { text: ', ' }, { text: 'signature' }]
  const workings: readonly Working[] = [
    signingWorking(signingInput),
    { name: 'verified', apply: 'ES256', input, output: String(holds) },
  ]
  return { holds, workings }
}

/** Base64url is ASCII, so the octets are the characters. */
export function signingWorking(text: string): Working {
  const [header = '', claims = ''] = text.split('.')
  const input = [{ text: header }, { text: '.' }, { text: claims }]
  return { name: 'signing input', apply: 'ASCII', input, output: text }
}

/** `NumericDate`, RFC 7519 §2: seconds since 1970, as milliseconds; undefined where no clock could show it. */
export function instantOf(value: Json | undefined): number | undefined {
  if (typeof value !== 'number') return undefined
  const instant = new Date(value * 1000).getTime()
  return Number.isNaN(instant) ? undefined : instant
}

/** Text as it is, anything else as JSON. */
export const shown = (value: Json | undefined): string =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)
