/**
 * Key agreement mechanism 3 on P-256 with SHA-256, `iso-kam3-ec-p256-sha256`: the arithmetic of Mutual (RFC 8121 §3,
 * RFC 8120 §12).
 */

import { pbkdf2 } from '@noble/hashes/pbkdf2.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'
import { hex, octetsOf } from '../../text/octets.ts'
import { divided, intOf, pressed, reduced, times, unpressed } from './group.ts'
import { octetsOfHex } from './hex.ts'

export const ALGORITHM = 'iso-kam3-ec-p256-sha256'

/** Rounds of PBKDF2 (RFC 8121 §3.1). */
const ROUNDS = 16_384

/** `VI(i)`: base 128, all octets but the last with their top bit set (RFC 8120 §12.1). */
export function variableInt(value: number): Uint8Array {
  const digits = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) digits.unshift(128 + (rest % 128))
  return Uint8Array.from(digits)
}

/** `VS(s) = VI(length(s)) | s` (RFC 8120 §12.1). */
export const variableString = (octets: Uint8Array): Uint8Array => concatBytes(variableInt(octets.length), octets)

/** Whose password, and where it is good. */
export interface Place {
  readonly authScope: string
  readonly realm: string
  readonly username: string
}

/**
 * Numbers of passwords by what they were made from: thousands of rounds are slow on purpose, and the page asks for the
 * same ones again and again. The same input gives the same output, remembered or not.
 */
const numbers = new Map<string, Uint8Array>()

/** `pi`: the password as a number, good for one user of one realm only (RFC 8121 §3.1). */
export function piOf(password: string, { authScope, realm, username }: Place): Uint8Array {
  const asked = JSON.stringify([password, authScope, realm, username])
  const known = numbers.get(asked)
  if (known) return known
  const salt = concatBytes(...[ALGORITHM, authScope, realm, username].map((each) => variableString(octetsOf(each))))
  const made = pbkdf2(sha256, octetsOf(password), salt, { c: ROUNDS, dkLen: 32 })
  numbers.set(asked, made)
  return made
}

/** `J(pi) = [pi]G`: what the server keeps. From it nobody gets back to `pi`. */
export const verifierOf = (password: string, place: Place): string => text(pressed(times(intOf(piOf(password, place)))))

/** `K_c1 = [S_c1]G` */
export const kc1Of = (clientSecret: bigint): string => text(pressed(times(clientSecret)))

export const isPoint = (key: string): boolean => pointOf(key) !== undefined

/** `t_1 = H(01 | K_c1)`, `t_2 = H(02 | K_c1 | K_s1)` */
export const t1Of = (kc1: string): Uint8Array => sha256(concatBytes(Uint8Array.of(1), octetsOfHex(kc1)))
export const t2Of = (kc1: string, ks1: string): Uint8Array =>
  sha256(concatBytes(Uint8Array.of(2), octetsOfHex(kc1), octetsOfHex(ks1)))

/** `K_s1 = [S_s1](J + [t_1]K_c1)`; undefined where the client's key is no point, or cancels the verifier out. */
export function ks1Of(serverSecret: bigint, verifier: string, kc1: string): string | undefined {
  const [point, stored] = [pointOf(kc1), pointOf(verifier)]
  if (!point || !stored) return undefined
  const key = pressed(times(serverSecret, stored.add(times(intOf(t1Of(kc1)), point))))
  return key && hex(key)
}

/** `z = [(S_c1 + t_2) / (S_c1 * t_1 + pi)] K_s1`: the client's way to the secret that both will have. */
export function clientZ(clientSecret: bigint, pi: Uint8Array, kc1: string, ks1: string): string | undefined {
  const point = pointOf(ks1)
  const below = reduced(clientSecret * intOf(t1Of(kc1)) + intOf(pi))
  const factor = divided(clientSecret + intOf(t2Of(kc1, ks1)), below)
  const z = point && factor !== undefined ? pressed(times(factor, point)) : undefined
  return z && hex(z)
}

/** `z = [S_s1](K_c1 + [t_2]G)`: the server's way, without the password. */
export function serverZ(serverSecret: bigint, kc1: string, ks1: string): string | undefined {
  const point = pointOf(kc1)
  const z = point && pressed(times(serverSecret, point.add(times(intOf(t2Of(kc1, ks1))))))
  return z && hex(z)
}

export interface Agreed {
  readonly kc1: string
  readonly ks1: string
  readonly z: string
  readonly nc: number
  /** What both bind it to: the hash of a certificate, or a host (RFC 8120 §7). */
  readonly vh: Uint8Array
}

/** `VK_c = H(04 | K_c1 | K_s1 | z | VI(nc) | VS(vh))`, and `VK_s` with 03 (RFC 8120 §12.2). */
const proof = (side: number, { kc1, ks1, z, nc, vh }: Agreed): string =>
  hex(sha256(concatBytes(Uint8Array.of(side), ...[kc1, ks1, z].map(octetsOfHex), variableInt(nc), variableString(vh))))

export const vkcOf = (agreed: Agreed): string => proof(4, agreed)
export const vksOf = (agreed: Agreed): string => proof(3, agreed)

const pointOf = (key: string) => unpressed(octetsOfHex(key))
const text = (octets: Uint8Array | undefined): string => hex(octets ?? new Uint8Array())
