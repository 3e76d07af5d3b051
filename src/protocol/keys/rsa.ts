/**
 * RSA signatures (RFC 8017): RSASSA-PKCS1-v1_5 (§8.2) and RSASSA-PSS (§8.1), and the bare operations that blind
 * signatures take (RFC 9474). In whole numbers and not in constant time: for demonstration keys, which these are.
 */

import { sha1 } from '@noble/hashes/legacy.js'
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'
import { xor } from '../text/hex-octets.ts'
import { fromBase64url, hex, sameOctets } from '../text/octets.ts'

/** A public key as a JWK (RFC 7518 §6.3.1), numbers base64url. */
export type RsaKey = { readonly n: string; readonly e: string }
/** With the private exponent (RFC 7518 §6.3.2.1). */
export type RsaPrivateKey = RsaKey & { readonly d: string }

/** Each hash with the DER of its `DigestInfo` in front of the digest (RFC 8017 §9.2, note 1). */
const HASHES = {
  'SHA-1': { hash: sha1, info: '3021300906052b0e03021a05000414' },
  'SHA-256': { hash: sha256, info: '3031300d060960864801650304020105000420' },
  'SHA-384': { hash: sha384, info: '3041300d060960864801650304020205000430' },
  'SHA-512': { hash: sha512, info: '3051300d060960864801650304020305000440' },
} as const
export type RsaHash = keyof typeof HASHES

export const integerOf = (octets: Uint8Array): bigint => BigInt(`0x0${hex(octets)}`)

/** I2OSP (RFC 8017 §4.1). */
export function octetsFrom(integer: bigint, length: number): Uint8Array {
  const text = integer.toString(16).padStart(length * 2, '0')
  return Uint8Array.from({ length }, (_, n) => Number.parseInt(text.slice(2 * n, 2 * n + 2), 16))
}

/** `base ^ exponent mod modulus`. */
export function modPow(base: bigint, exponent: bigint, modulus: bigint): bigint {
  let result = 1n
  let square = base % modulus
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % modulus
    square = (square * square) % modulus
  }
  return result
}

/** The inverse modulo `modulus`; undefined where there is none. */
export function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [r0, r1, t0, t1] = [modulus, ((value % modulus) + modulus) % modulus, 0n, 1n]
  while (r1 > 0n) {
    const quotient = r0 / r1
    ;[r0, r1, t0, t1] = [r1, r0 - quotient * r1, t1, t0 - quotient * t1]
  }
  return r0 === 1n ? ((t0 % modulus) + modulus) % modulus : undefined
}

/** A number of a JWK; 0 where it is not base64url, so that it verifies nothing. */
export const numberOf = (text: string): bigint => integerOf(fromBase64url(text) ?? new Uint8Array())

/** The modulus' length in octets, `k`. */
export const lengthOf = ({ n }: RsaKey): number => octetsNeeded(numberOf(n))
const octetsNeeded = (integer: bigint): number => Math.ceil(integer.toString(16).length / 2)
const bitsOf = ({ n }: RsaKey): number => numberOf(n).toString(2).length

/** RSASP1 (RFC 8017 §5.2.1). */
export const signPrimitive = (message: bigint, { n, d }: RsaPrivateKey): bigint =>
  modPow(message, numberOf(d), numberOf(n))
/** RSAVP1 (RFC 8017 §5.2.2). */
export const verifyPrimitive = (signature: bigint, { n, e }: RsaKey): bigint =>
  modPow(signature, numberOf(e), numberOf(n))

/** RSASSA-PKCS1-v1_5 (RFC 8017 §8.2.1). */
export const signPkcs1 = (message: Uint8Array, key: RsaPrivateKey, hash: RsaHash): Uint8Array =>
  octetsFrom(signPrimitive(integerOf(pkcs1(message, lengthOf(key), hash)), key), lengthOf(key))

/** RFC 8017 §8.2.2: by comparing with the whole encoded message, so that nothing hides in its padding. */
export function verifiesPkcs1(message: Uint8Array, signature: Uint8Array, key: RsaKey, hash: RsaHash): boolean {
  const opened = opening(signature, key)
  return opened !== undefined && sameOctets(octetsFrom(opened, lengthOf(key)), pkcs1(message, lengthOf(key), hash))
}

function opening(signature: Uint8Array, key: RsaKey): bigint | undefined {
  const integer = integerOf(signature)
  const modulus = numberOf(key.n)
  return modulus > 3n && signature.length === lengthOf(key) && integer < modulus
    ? verifyPrimitive(integer, key)
    : undefined
}

/** EMSA-PKCS1-v1_5 (RFC 8017 §9.2). */
function pkcs1(message: Uint8Array, length: number, name: RsaHash): Uint8Array {
  const { hash, info } = HASHES[name]
  const digest = Uint8Array.of(...octetsFrom(BigInt(`0x${info}`), info.length / 2), ...hash(message))
  const padding = new Uint8Array(Math.max(0, length - digest.length - 3)).fill(0xff)
  return Uint8Array.of(0, 1, ...padding, 0, ...digest)
}

/** RSASSA-PSS (RFC 8017 §8.1.1), with MGF1 of the same hash. */
export const signPss = (message: Uint8Array, salt: Uint8Array, key: RsaPrivateKey, hash: RsaHash): Uint8Array =>
  octetsFrom(signPrimitive(integerOf(encodePss(message, salt, bitsOf(key) - 1, hash)), key), lengthOf(key))

/** RFC 8017 §8.1.2. */
export function verifiesPss(
  message: Uint8Array,
  signature: Uint8Array,
  key: RsaKey,
  hash: RsaHash,
  saltLength: number,
): boolean {
  const opened = opening(signature, key)
  const bits = bitsOf(key) - 1
  const length = Math.ceil(bits / 8)
  if (opened === undefined || opened >> BigInt(8 * length) > 0n) return false
  return fitsPss(message, octetsFrom(opened, length), bits, hash, saltLength)
}

/** EMSA-PSS-ENCODE (RFC 8017 §9.1.1), for a modulus of `bits + 1` bits. */
export function encodePss(message: Uint8Array, salt: Uint8Array, bits: number, name: RsaHash): Uint8Array {
  const { hash } = HASHES[name]
  const length = Math.ceil(bits / 8)
  const digest = hash(Uint8Array.of(...new Uint8Array(8), ...hash(message), ...salt))
  const db = new Uint8Array(length - digest.length - 1)
  db[db.length - salt.length - 1] = 1
  db.set(salt, db.length - salt.length)
  const masked = xor(db, mgf1(digest, db.length, name))
  masked[0] = (masked[0] ?? 0) & (0xff >> (8 * length - bits))
  return Uint8Array.of(...masked, ...digest, 0xbc)
}

/** EMSA-PSS-VERIFY (RFC 8017 §9.1.2): by encoding anew with the salt that stands in it. */
function fitsPss(message: Uint8Array, encoded: Uint8Array, bits: number, name: RsaHash, saltLength: number): boolean {
  const size = HASHES[name].hash.outputLen
  if (encoded.length < size + saltLength + 2) return false
  const digest = encoded.subarray(encoded.length - size - 1, encoded.length - 1)
  const db = xor(encoded.subarray(0, encoded.length - size - 1), mgf1(digest, encoded.length - size - 1, name))
  return sameOctets(encoded, encodePss(message, db.slice(db.length - saltLength), bits, name))
}

/** MGF1 (RFC 8017 §B.2.1). */
export function mgf1(seed: Uint8Array, length: number, name: RsaHash): Uint8Array {
  const { hash } = HASHES[name]
  const mask = new Uint8Array(length)
  for (let filled = 0, count = 0; filled < length; filled += hash.outputLen, count++)
    mask.set(hash(Uint8Array.of(...seed, ...octetsFrom(BigInt(count), 4))).subarray(0, length - filled), filled)
  return mask
}
