/**
 * The characters and small words of HTTP (RFC 9110 §5.5, §5.6; RFC 5234 §B.1).
 *
 * Departures: text is UTF-16 here and octets on the wire, so each unit above 7F counts as obs-text, as its octets will.
 */

import { anyOf, type CharClass, isAll, run } from '../text/cursor.ts'

/** `ALPHA = %x41-5A / %x61-7A`, RFC 5234 §B.1. */
export const ALPHA: CharClass = (unit) => (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a)

/** `DIGIT = %x30-39`, RFC 5234 §B.1. */
export const DIGIT: CharClass = (unit) => unit >= 0x30 && unit <= 0x39

/** `VCHAR = %x21-7E`, RFC 5234 §B.1. */
export const VCHAR: CharClass = (unit) => unit >= 0x21 && unit <= 0x7e

/** `SP = %x20`, RFC 5234 §B.1. */
export const SP: CharClass = (unit) => unit === 0x20

/** What `OWS`, `RWS` and `BWS` are made of: `SP / HTAB`, RFC 9110 §5.6.3. */
export const whitespace: CharClass = (unit) => unit === 0x20 || unit === 0x09

/** `CTL = %x00-1F / %x7F`, RFC 5234 §B.1, without the HTAB, which is white space in HTTP. */
export const control: CharClass = (unit) => (unit < 0x20 && unit !== 0x09) || unit === 0x7f

/** `obs-text = %x80-FF`, RFC 9110 §5.5. */
export const obsText: CharClass = (unit) => unit >= 0x80

const tcharMark = anyOf("!#$%&'*+-.^_`|~")

/** `tchar = "!" / "#" / "$" / "%" / "&" / "'" / "*" / "+" / "-" / "." / "^" / "_" / "`" / "|" / "~" / DIGIT / ALPHA`, RFC 9110 §5.6.2. */
export const tchar: CharClass = (unit) => ALPHA(unit) || DIGIT(unit) || tcharMark(unit)

const token68Mark = anyOf('-._~+/')

/** What stands before the padding of `token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 9110 §11.2. */
export const token68Char: CharClass = (unit) => ALPHA(unit) || DIGIT(unit) || token68Mark(unit)

/** The padding of a token68. */
export const equalsSign: CharClass = (unit) => unit === 0x3d

/** `qdtext = HTAB / SP / %x21 / %x23-5B / %x5D-7E / obs-text`, RFC 9110 §5.6.4. */
export const qdtext: CharClass = (unit) =>
  whitespace(unit) || (VCHAR(unit) && unit !== 0x22 && unit !== 0x5c) || obsText(unit)

/** `token = 1*tchar`, RFC 9110 §5.6.2. */
export const isToken = (text: string): boolean => isAll(text, tchar)

/** `token68 = 1*( ALPHA / DIGIT / "-" / "." / "_" / "~" / "+" / "/" ) *"="`, RFC 9110 §11.2. */
export function isToken68(text: string): boolean {
  const end = run(text, 0, token68Char)
  return end > 0 && run(text, end, equalsSign) === text.length
}

/**
 * `quoted-string = DQUOTE *( qdtext / quoted-pair ) DQUOTE`, RFC 9110 §5.6.4: the text quoted, with no more escapes than
 * it needs. Control characters can’t be quoted; of CR, LF and NUL the field writer makes spaces.
 */
export const quote = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`

/** What stands between the quotes of a quoted-string, each `quoted-pair` resolved, RFC 9110 §5.6.4. */
export function unescaped(text: string): string {
  if (!text.includes('\\')) return text
  let meant = ''
  let units: number[] = []
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === 0x5c && at + 1 < text.length) at += 1
    units.push(text.charCodeAt(at))
    if (units.length === MOST_UNITS) {
      meant += String.fromCharCode(...units)
      units = []
    }
  }
  return meant + String.fromCharCode(...units)
}

/** A function takes no more arguments than its stack has room for. */
const MOST_UNITS = 4096
