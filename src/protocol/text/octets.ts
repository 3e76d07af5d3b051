/** Octets and the ways in which text carries them: UTF-8, Base64 (RFC 4648 §4), base64url (§5), hex. */

const utf8 = new TextEncoder()

export const octetsOf = (text: string): Uint8Array => utf8.encode(text)

/** The text that UTF-8 octets spell; undefined where they spell none (RFC 3629 §4). */
export function utf8Text(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(octets)
  } catch {
    return undefined
  }
}

/** Each octet as the character of its number: ISO-8859-1. */
export const latin1Text = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => String.fromCharCode(octet)).join('')

export const hex = (octets: Uint8Array): string =>
  Array.from(octets, (octet) => octet.toString(16).padStart(2, '0')).join('')

export const base64 = (octets: Uint8Array): string => btoa(latin1Text(octets))

export const base64url = (octets: Uint8Array): string =>
  base64(octets).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Padding is optional for the reader, as servers are lenient about it; undefined where the text is no Base64. */
export function fromBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.replaceAll('=', '').length % 4 === 1) return undefined
  return Uint8Array.from(atob(text.replaceAll('=', '')), (each) => each.charCodeAt(0))
}

/** As JOSE writes it, without padding (RFC 7515 §2); undefined where the text is no base64url. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  return fromBase64(text.replaceAll('-', '+').replaceAll('_', '/'))
}

/** Looks at every octet whatever it finds, so that the time taken tells nothing about a secret. */
export function sameOctets(one: Uint8Array, other: Uint8Array): boolean {
  let difference = one.length ^ other.length
  for (let i = 0; i < one.length; i++) difference |= (one[i] ?? 0) ^ (other[i] ?? 0)
  return difference === 0
}
