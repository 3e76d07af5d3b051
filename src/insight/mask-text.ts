/** Masks text so that it keeps its length and its kind: letters become x, digits 0, all else stays. */

import { fromBase64, octetsOf, utf8Text } from '../protocol/text/octets.ts'

/** Those that stand for an octet or a character that could not be written: percent-encoding, escapes of JSON and of quoted-strings. */
const UNIT = /%([\dA-Fa-f]{2})|\\u([\dA-Fa-f]{4})|\\["\\/bfnrt]|[\ud800-\udbff][\udc00-\udfff]|[\s\S]/g

const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

/** The character that stands for another, as many octets long in UTF-8. */
function maskedChar(char: string): string {
  const code = char.codePointAt(0) ?? 0
  if (isDigit(code)) return '0'
  if (isLetter(code)) return code < 0x60 ? 'X' : 'x'
  if (code < 0xa0 || (code >= 0xd800 && code < 0xe000)) return char
  if (code < 0x800) return 'é'
  return code < 0x10000 ? 'ｘ' : '𝑥'
}

function maskedUnit(unit: string, percent?: string, escaped?: string): string {
  const hex = percent ?? escaped
  if (hex === undefined) return unit.length === 2 && unit.startsWith('\\') ? unit : maskedChar(unit)
  const code = Number.parseInt(hex, 16)
  if (!isLetter(code) && !isDigit(code) && code < 0x80) return unit
  return `${unit.slice(0, -2)}${isDigit(code) ? '30' : '78'}`.replace(/^\\u..(?=..$)/, '\\u00')
}

const plain = (text: string): string => text.replace(UNIT, maskedUnit)

/** Passwords and the like. */
export const maskedText = plain

/** Hex digits stay hex digits: many rules count them. */
const HEX = /^[\da-f]{8,}$|^[\dA-F]{8,}$|^[\dA-Fa-f]{8}(?:-[\dA-Fa-f]{4}){3}-[\dA-Fa-f]{12}$/
const BASE64 = /^[\w+/-]+={0,2}$/

/**
 * Tokens, signatures, keys. Base64 stays what it was to a strict reader: the bits to spare in its last character
 * (RFC 4648 §3.5) stay zero, or not. A row of nothing but x would be taken for a placeholder.
 */
export function maskedToken(text: string): string {
  if (HEX.test(text)) return text.replace(/[a-f]/g, 'a').replace(/[A-F]/g, 'A').replace(/\d/g, '0')
  const result = withLastBits(text, plain(text))
  return /^x{3,}$/i.test(result) ? `y${result.slice(1)}` : result
}

function withLastBits(text: string, result: string): string {
  const digits = text.replace(/={1,2}$/, '').length
  if (digits % 4 < 2 || !BASE64.test(text)) return result
  const last = endsInZeros(text.charAt(digits - 1), digits % 4) ? 'w' : 'x'
  return result.slice(0, digits - 1) + last + result.slice(digits)
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

/** Of two characters' 12 bits eight are used, of three characters' 18 bits sixteen. */
const endsInZeros = (char: string, rest: number): boolean =>
  ALPHABET.indexOf(char.replace('-', '+').replace('_', '/')) % (rest === 2 ? 16 : 4) === 0

/** The octets behind the first colon masked, the Base64 written as it was; undefined where it is none, or has no colon. */
export function maskedUserPass(text: string): string | undefined {
  return within(text, (octets) => {
    const colon = octets.indexOf(0x3a)
    if (colon < 0) return undefined
    const hidden = maskedOctets(octets.subarray(colon + 1))
    // A key is shown as a user without a password by some (Stripe's API, for one).
    return hidden.length === 0 && colon >= 16
      ? [...maskedOctets(octets.subarray(0, colon)), 0x3a]
      : [...octets.subarray(0, colon + 1), ...hidden]
  })
}

/** The client's proof and the server's signature in a message of SCRAM (RFC 5802 §7): `p=` and `v=`, in Base64. */
export function maskedProof(text: string): string | undefined {
  return within(text, (octets) => {
    const said = utf8Text(octets)
    if (said === undefined || !/(?:^|,)[pv]=./.test(said)) return undefined
    return octetsOf(
      said.replace(/((?:^|,)[pv]=)([^,]+)/g, (_, name: string, value: string) => name + maskedToken(value)),
    )
  })
}

function within(text: string, change: (octets: Uint8Array) => ArrayLike<number> | undefined): string | undefined {
  const standard = text.replaceAll('-', '+').replaceAll('_', '/')
  // What is padded wrongly is read by some servers all the same.
  const octets = fromBase64(standard.replace(/=+$/, ''))
  const changed = octets && change(octets)
  if (!changed) return undefined
  const written = btoa(Array.from(changed, (octet) => String.fromCharCode(octet)).join('')).replace(/=+$/, '')
  const alphabet = /[-_]/.test(text) ? written.replaceAll('+', '-').replaceAll('/', '_') : written
  return alphabet + text.slice(alphabet.length)
}

/** As text where they are UTF-8; else each above 7F becomes one that begins a character that never ends. */
function maskedOctets(octets: Uint8Array): Uint8Array {
  const text = utf8Text(octets)
  if (text !== undefined) return octetsOf(Array.from(text, maskedChar).join(''))
  return octets.map((octet) => (octet < 0x80 ? maskedChar(String.fromCharCode(octet)).charCodeAt(0) : 0xe9))
}
