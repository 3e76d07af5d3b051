/** Points of P-256 as numbers, and the numbers that multiply them (RFC 8121 §3.3). */

import { p256 } from '@noble/curves/nist.js'
import { hex } from '../../text/octets.ts'

const { Point } = p256
const ORDER = Point.Fn.ORDER

export type GroupPoint = ReturnType<typeof Point.fromBytes>

/** `INT(octets)`, RFC 8120 §12.1: the first octet counts most. */
export const intOf = (octets: Uint8Array): bigint => BigInt(`0x0${hex(octets)}`)

/** Octets that spell a number from 1 to `r - 1`: what multiplies a point and never makes it vanish. */
export const scalarOf = (octets: Uint8Array): bigint => (intOf(octets) % (ORDER - 1n)) + 1n

/** A sum or product in the field of scalars. */
export const reduced = (value: bigint): bigint => ((value % ORDER) + ORDER) % ORDER

/** `one / other`; undefined where that would divide by nothing. */
export const divided = (one: bigint, other: bigint): bigint | undefined =>
  reduced(other) === 0n ? undefined : reduced(one * Point.Fn.inv(reduced(other)))

/** `[scalar] point`; of nothing there is nothing. */
export const times = (scalar: bigint, point = Point.BASE): GroupPoint =>
  reduced(scalar) === 0n || point.is0() ? Point.ZERO : point.multiply(reduced(scalar))

/** `P(x, y) = 2x + (y mod 2)` in 33 octets; undefined for the point at infinity. */
export function pressed(point: GroupPoint): Uint8Array | undefined {
  if (point.is0()) return undefined
  const [sign = 0, ...x] = point.toBytes(true)
  const carried = [0, ...x].map((octet, n) => ((octet << 1) & 0xff) | ((x[n] ?? 0) >> 7))
  return Uint8Array.from(carried, (octet, n) => (n === 32 ? octet | (sign & 1) : octet))
}

/** `P'`: the point of such a number; undefined where it is none of the curve. Never throws. */
export function unpressed(octets: Uint8Array): GroupPoint | undefined {
  const value = intOf(octets)
  const x = (value >> 1n).toString(16).padStart(64, '0')
  if (octets.length !== 33 || x.length > 64) return undefined
  try {
    return Point.fromHex((value & 1n ? '03' : '02') + x)
  } catch {
    return undefined
  }
}
