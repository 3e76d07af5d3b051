/** RSA public keys as PEM, which a registration sends, and the identifier that follows from a key (RFC 7486 §6.1, §9.4). */

import { sha256 } from '@noble/hashes/sha2.js'
import { numberOf, octetsFrom, type RsaKey } from '../../keys/rsa.ts'
import { base64, base64url, fromBase64, sameOctets } from '../../text/octets.ts'

/** In octets: far more than any key that somebody has. */
const LONGEST = 4096
/** In octets: a longer exponent only costs time. */
const LONGEST_EXPONENT = 8

const SEQUENCE = 0x30
const INTEGER = 0x02
const BIT_STRING = 0x03
/** `AlgorithmIdentifier` of rsaEncryption with its NULL (RFC 8017 §A.1). */
const RSA = Uint8Array.of(0x30, 13, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0)

/** Tag, length and value in DER (X.690 §8.1, §10.1), for values of less than 65536 octets. */
function der(tag: number, ...values: readonly Uint8Array[]): Uint8Array {
  const value = values.flatMap((each) => [...each])
  const { length } = value
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Uint8Array.of(tag, ...head, ...value)
}

/** A number that is not negative: a zero goes in front where its first bit is set (X.690 §8.3). */
function derInteger(number: bigint): Uint8Array {
  const digits = number.toString(16).length
  const octets = octetsFrom(number, Math.ceil(digits / 2))
  return der(INTEGER, (octets[0] ?? 0) > 127 ? Uint8Array.of(0, ...octets) : octets)
}

/** `SubjectPublicKeyInfo` (RFC 5280 §4.1) with an `RSAPublicKey` (RFC 8017 §A.1.1), DER. */
export function spkiOf({ n, e }: RsaKey): Uint8Array {
  const key = der(SEQUENCE, derInteger(numberOf(n)), derInteger(numberOf(e)))
  return der(SEQUENCE, RSA, der(BIT_STRING, Uint8Array.of(0), key))
}

/** The hash of the public key: identifiers of type 0 (RFC 7486 §9.4, RFC 6698 §2.1). */
export const kidOf = (key: RsaKey): string => base64url(sha256(spkiOf(key)))

export const bitsOf = ({ n }: RsaKey): number => numberOf(n).toString(2).length

/** RFC 7468 §13: 64 characters a line. */
export function pemOf(key: RsaKey): string {
  const lines = base64(spkiOf(key)).match(/.{1,64}/g) ?? []
  return `${['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----'].join('\n')}\n`
}

/**
 * The RSA key in a PEM text; undefined where there is none.
 *
 * Departures: base64url is taken for Base64, as RFC 7486 Appendix B prints its key so.
 */
export function readPem(text: string): RsaKey | undefined {
  const [, body = ''] = /^\s*-----BEGIN PUBLIC KEY-----([^-].*)-----END PUBLIC KEY-----\s*$/s.exec(text) ?? []
  const octets = fromBase64(body.replace(/\s/g, '').replaceAll('-', '+').replaceAll('_', '/'))
  return octets && octets.length <= LONGEST ? readSpki(octets) : undefined
}

/** Takes only what we would have written ourselves, so that one key has one identifier. */
function readSpki(octets: Uint8Array): RsaKey | undefined {
  const outer = elementIn(octets, SEQUENCE)
  const bits = outer && elementIn(outer.subarray(RSA.length), BIT_STRING)
  const numbers = bits && elementIn(bits.subarray(1), SEQUENCE)
  const modulus = numbers && elementIn(numbers, INTEGER)
  if (!numbers || !modulus) return undefined
  const exponent = elementIn(numbers.subarray(der(INTEGER, modulus).length), INTEGER)
  if (!exponent || exponent.length > LONGEST_EXPONENT || !isExponent(numberOf(base64url(exponent)))) return undefined
  const key = { n: base64url(stripped(modulus)), e: base64url(stripped(exponent)) }
  return key.n !== '' && sameOctets(spkiOf(key), octets) ? key : undefined
}

/** RFC 8017 §3.1: odd, and 3 at least. With 1, everybody could sign. */
const isExponent = (e: bigint): boolean => e >= 3n && e % 2n === 1n

const stripped = (octets: Uint8Array): Uint8Array => (octets[0] === 0 ? octets.subarray(1) : octets)

/** The value of the element at the beginning, if it has that tag. */
function elementIn(octets: Uint8Array, tag: number): Uint8Array | undefined {
  const [got, first = 0, second = 0, third = 0] = octets
  if (got !== tag) return undefined
  const [start, length] = first < 128 ? [2, first] : first === 0x81 ? [3, second] : [4, second * 256 + third]
  return octets.length >= start + length ? octets.subarray(start, start + length) : undefined
}
