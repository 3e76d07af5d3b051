/** What the server tells of itself: attributes with a number, a length and a value (AV_PAIR, MS-NLMP 2.2.2.1). */

import { joined, readU16, u16 } from './wire.ts'

export const AV = { end: 0, server: 1, domain: 2, timestamp: 7, target: 9 } as const

export interface AvPair {
  readonly id: number
  readonly value: Uint8Array
}

export const writePairs = (pairs: readonly AvPair[]): Uint8Array =>
  joined(...pairs.map(({ id, value }) => joined(u16(id), u16(value.length), value)), u16(AV.end), u16(0))

/** Up to the one that says that it is the last; undefined where it never comes, or a length leads beyond the end. */
export function readPairs(octets: Uint8Array): readonly AvPair[] | undefined {
  const pairs: AvPair[] = []
  for (let at = 0; at + 4 <= octets.length; ) {
    const [id, length] = [readU16(octets, at), readU16(octets, at + 2)]
    if (id === AV.end) return length === 0 ? pairs : undefined
    if (at + 4 + length > octets.length) return undefined
    pairs.push({ id, value: octets.subarray(at + 4, at + 4 + length) })
    at += 4 + length
  }
  return undefined
}

export const attribute = (pairs: readonly AvPair[], id: number): Uint8Array | undefined =>
  pairs.find((each) => each.id === id)?.value
