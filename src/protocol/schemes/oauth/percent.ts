/** Percent encoding as signatures need it (RFC 5849 §3.6), and the form encoding of queries and bodies. */

import { ALPHA, DIGIT } from '../../http/grammar.ts'
import { anyOf } from '../../text/cursor.ts'
import { octetsOf, utf8Text } from '../../text/octets.ts'

const mark = anyOf('-._~')
const unreserved = (octet: number): boolean => ALPHA(octet) || DIGIT(octet) || mark(octet)

/** Every octet of the UTF-8 but the unreserved characters, in upper case: two programs must write the very same text. */
export const encode = (text: string): string =>
  Array.from(octetsOf(text), (octet) =>
    unreserved(octet) ? String.fromCharCode(octet) : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('')

/** Undefined where a percent sign is not followed by two hex digits, or where the octets are no UTF-8. */
export function decode(text: string): string | undefined {
  if (/%(?![0-9A-Fa-f]{2})/.test(text)) return undefined
  const octets = octetsOf(text)
  const decoded: number[] = []
  for (let at = 0; at < octets.length; at++) {
    const octet = octets[at] ?? 0
    const escaped = octet === 0x25
    decoded.push(escaped ? Number.parseInt(String.fromCharCode(...octets.subarray(at + 1, at + 3)), 16) : octet)
    if (escaped) at += 2
  }
  return utf8Text(Uint8Array.from(decoded))
}

/** `application/x-www-form-urlencoded`: as `decode`, with a plus sign for a space. */
export const decodeForm = (text: string): string | undefined => decode(text.replaceAll('+', ' '))

/** Names and values as a form or a query carries them (RFC 5849 §2). */
export const encodeForm = (pairs: readonly (readonly [name: string, value: string])[]): string =>
  pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
