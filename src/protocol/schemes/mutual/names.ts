/** User names and passwords: made equal where people take them for equal, and put into a parameter (RFC 8120 §3.1, §9). */

import type { AuthElement } from '../../auth/challenge.ts'
import { param } from '../../auth/challenge.ts'
import type { ParamDraft } from '../../auth/print-element.ts'
import type { Secret } from '../../auth/scheme.ts'
import { hex, octetsOf, utf8Text } from '../../text/octets.ts'

/** Spaces other than the one of ASCII: in a password, one is as good as the other (OpaqueString, RFC 8265 §4.2). */
const SPACE = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g

/**
 * Departures: the classes of characters that RFC 8265 lets in are not checked, as they change no name and no password;
 * only control characters are kept out.
 */
export const nameOf = ({ username = '' }: Secret): string => username.normalize('NFC')
export const passwordOf = ({ password = '' }: Secret): string => password.replace(SPACE, ' ').normalize('NFC')

export const unsendable = (secret: Secret): string | undefined =>
  nameOf(secret) === '' || passwordOf(secret) === '' || /\p{Cc}|\p{Cs}/u.test(nameOf(secret)) ? 'unprepared' : undefined

/** `user`, or `user*` for names that are not ASCII (RFC 8120 §3.1, RFC 8187 §3.2). */
export const nameParam = (username: string): ParamDraft =>
  /^[ -~]*$/.test(username) ? ['user', username, 'quoted'] : ['user*', `UTF-8''${escaped(username)}`, 'token']

const escaped = (text: string): string =>
  Array.from(octetsOf(text), (octet) => {
    const character = String.fromCharCode(octet)
    return /[A-Za-z0-9!#$&+.^_`|~-]/.test(character) ? character : `%${hex(Uint8Array.of(octet)).toUpperCase()}`
  }).join('')

/** Who wants to log in; undefined where nobody says so, or not as it must be said. */
export function nameIn(element: AuthElement): string | undefined {
  const name = param(element, 'user')?.value ?? extended(param(element, 'user*')?.value ?? '')
  return name === undefined || name === '' ? undefined : name.normalize('NFC')
}

/** `ext-value`, RFC 8187 §3.2. */
export function extended(value: string): string | undefined {
  const [, text] = /^UTF-8'[A-Za-z0-9-]*'((?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-Fa-f]{2})*)$/i.exec(value) ?? []
  if (text === undefined) return undefined
  const octets = text.match(/%..|[^%]/g) ?? []
  return utf8Text(
    Uint8Array.from(octets, (each) => (each.length === 3 ? Number.parseInt(each.slice(1), 16) : each.charCodeAt(0))),
  )
}
