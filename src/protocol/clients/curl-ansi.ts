/** What stands between the quotes of bash's `$'…'`: browsers copy their requests as curl commands with it. */

import { octetsOf, utf8Text } from '../text/octets.ts'

const NAMED: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  E: '\x1b',
  f: '\f',
  v: '\v',
}

const ESCAPE = /(?:\\(?:x[\dA-Fa-f]{1,2}|[0-7]{1,3}))+|\\u[\dA-Fa-f]{1,4}|\\U[\dA-Fa-f]{1,8}|\\c.|\\./gs

/** Neighbouring `\x` and octal escapes are the octets of UTF-8 together; those that spell nothing stay visible. */
function ofOctets(escaped: string): string {
  const numbers = [...escaped.matchAll(/\\(?:x([\dA-Fa-f]+)|([0-7]+))/g)].map(([, hex, octal]) =>
    hex === undefined ? Number.parseInt(octal ?? '', 8) & 0xff : Number.parseInt(hex, 16),
  )
  return utf8Text(Uint8Array.from(numbers)) ?? String.fromCharCode(...numbers)
}

function meant(escaped: string): string {
  if (/^\\(?:x[\dA-Fa-f]|[0-7])/.test(escaped)) return ofOctets(escaped)
  const code = /^\\[uU]([\dA-Fa-f]+)/.exec(escaped)
  if (code) {
    const point = Number.parseInt(code[1] ?? '', 16)
    return point <= 0x10ffff ? String.fromCodePoint(point) : escaped
  }
  const letter = escaped.slice(1)
  if (letter.length === 2) return String.fromCharCode((octetsOf(letter.slice(1))[0] ?? 0) & 0x1f)
  return NAMED[letter] ?? (/['"\\?]/.test(letter) ? letter : escaped)
}

export const ansiText = (inner: string): string => inner.replace(ESCAPE, meant)
