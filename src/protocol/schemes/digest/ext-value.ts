/** Text in a parameter whose name ends in an asterisk: `username*` (RFC 8187 §3.2). */

import { octetsOf, utf8Text } from '../../text/octets.ts'

const ATTR_CHAR = /^[A-Za-z0-9!#$&+\-.^_`|~]$/

/** `ext-value = charset "'" [ language ] "'" value-chars`; `value-chars = *( pct-encoded / attr-char )`. */
export function writeExtValue(text: string): string {
  const encoded = Array.from(octetsOf(text), (octet) => {
    const char = String.fromCharCode(octet)
    return ATTR_CHAR.test(char) ? char : `%${octet.toString(16).toUpperCase().padStart(2, '0')}`
  })
  return `UTF-8''${encoded.join('')}`
}

/** Undefined where it is none, or in another charset than UTF-8, the only one there is (RFC 8187 §3.2.1). */
export function readExtValue(value: string): string | undefined {
  const chars = /^UTF-8'[A-Za-z0-9-]*'((?:%[0-9A-F]{2}|[A-Za-z0-9!#$&+\-.^_`|~])*)$/i.exec(value)?.[1]
  if (chars === undefined) return undefined
  const octets = chars
    .match(/%..|./g)
    ?.map((each) => (each[0] === '%' ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0)))
  return utf8Text(Uint8Array.from(octets ?? []))
}
