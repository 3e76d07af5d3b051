/** The octets of Privacy Pass: what a challenge and a token are made of (RFC 9577 §2.1.1, §2.2.1). */

import { base64, base64url, fromBase64url, latin1Text, octetsOf } from '../../text/octets.ts'

/** Blind RSA with 2048 bits (RFC 9578 §8.2.2): `Nk` is 256, `Nid` is 32. The one type that anybody can verify. */
export const BLIND_RSA = 0x0002

export interface TokenChallenge {
  readonly type: number
  readonly issuer: string
  /** 32 octets, or none for tokens that are good at any time (RFC 9577 §2.1.1.2). */
  readonly context: Uint8Array
  /** The origins that it is for, with a comma between; empty for any. */
  readonly origins: string
}

/** `uint16 token_type, issuer_name<1..2^16-1>, redemption_context<0..32>, origin_info<0..2^16-1>`, RFC 9577 §2.1.1. */
export function writeChallenge({ type, issuer, context, origins }: TokenChallenge): Uint8Array {
  const [name, info] = [octetsOf(issuer), octetsOf(origins)]
  return Uint8Array.of(
    ...u16(type),
    ...u16(name.length),
    ...name,
    context.length,
    ...context,
    ...u16(info.length),
    ...info,
  )
}

/** Undefined where the structure doesn't fill the octets exactly, or the context is neither 0 nor 32 octets. */
export function readChallenge(octets: Uint8Array): TokenChallenge | undefined {
  const issuerEnd = 4 + (u16At(octets, 2) ?? octets.length)
  const size = octets[issuerEnd]
  const contextEnd = issuerEnd + 1 + (size ?? 0)
  const infoSize = u16At(octets, contextEnd)
  const type = u16At(octets, 0)
  if (type === undefined || issuerEnd === 4 || (size !== 0 && size !== 32)) return undefined
  if (infoSize === undefined || contextEnd + 2 + infoSize !== octets.length) return undefined
  return {
    type,
    issuer: latin1Text(octets.subarray(4, issuerEnd)),
    context: octets.slice(issuerEnd + 1, contextEnd),
    origins: latin1Text(octets.subarray(contextEnd + 2)),
  }
}

export interface Token {
  readonly type: number
  readonly nonce: Uint8Array
  /** SHA-256 of the challenge. */
  readonly digest: Uint8Array
  readonly keyId: Uint8Array
  readonly authenticator: Uint8Array
  /** All but the authenticator: what is signed (RFC 9577 §2.2.3). */
  readonly input: Uint8Array
}

export const INPUT_LENGTH = 2 + 32 + 32 + 32
export const TOKEN_LENGTH = INPUT_LENGTH + 256

/** `AuthenticatorInput`, RFC 9577 §2.2.3. */
export const tokenInput = (nonce: Uint8Array, digest: Uint8Array, keyId: Uint8Array): Uint8Array =>
  Uint8Array.of(...u16(BLIND_RSA), ...nonce, ...digest, ...keyId)

/** The type of a token or a challenge; undefined where there is not even that. */
export const typeOf = (octets: Uint8Array): number | undefined => u16At(octets, 0)

/** Undefined where it has not the length of a token of type 2. */
export function readToken(octets: Uint8Array): Token | undefined {
  const type = typeOf(octets)
  if (octets.length !== TOKEN_LENGTH || type === undefined) return undefined
  return {
    type,
    nonce: octets.slice(2, 34),
    digest: octets.slice(34, 66),
    keyId: octets.slice(66, INPUT_LENGTH),
    authenticator: octets.slice(INPUT_LENGTH),
    input: octets.slice(0, INPUT_LENGTH),
  }
}

/** base64url with padding, as this scheme wants it (RFC 9577 §2.1.2). */
export const padded = (octets: Uint8Array): string => base64(octets).replaceAll('+', '-').replaceAll('/', '_')

/** Padding may be missing, spare bits not: undefined where the text is no base64url (RFC 4648 §5, §3.5). */
export function fromPadded(text: string): Uint8Array | undefined {
  const bare = text.replace(/={1,2}$/, '')
  const octets = fromBase64url(bare)
  return octets && base64url(octets) === bare ? octets : undefined
}

/** `0x0002`, as the registry of token types writes it. */
export const typeText = (type: number): string => `0x${type.toString(16).padStart(4, '0')}`

const u16 = (value: number): readonly number[] => [(value >> 8) & 0xff, value & 0xff]
const u16At = (octets: Uint8Array, at: number): number | undefined => {
  const [high, low] = [octets[at], octets[at + 1]]
  return high === undefined || low === undefined ? undefined : high * 256 + low
}
