/**
 * Keys that say whose they are and whether they are mistyped: `prefix_`, random text, and six digits of checksum, as GitHub
 * writes its tokens. Scanners find such keys in public code, and a server can refuse nonsense without looking it up.
 */

import { octetsOf } from '../../text/octets.ts'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const LENGTH = 6

/** CRC-32 of ISO 3309, as in zip files and Ethernet. */
export function crc32(octets: Uint8Array): number {
  let crc = 0xffffffff
  for (const octet of octets) {
    crc ^= octet
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** The checksum of the random part, in base 62. */
export function checksumOf(random: string): string {
  let rest = crc32(octetsOf(random))
  let text = ''
  for (let place = 0; place < LENGTH; place++) {
    text = `${DIGITS[rest % DIGITS.length]}${text}`
    rest = Math.floor(rest / DIGITS.length)
  }
  return text
}

export interface Formed {
  readonly prefix: string
  readonly random: string
  readonly checksum: string
}

/** The three parts of a key; undefined where it is not written so. */
export function partsOf(key: string): Formed | undefined {
  const [, prefix, random, checksum] = /^([a-z]{2,10}_)([0-9A-Za-z]{16,})([0-9A-Za-z]{6})$/.exec(key) ?? []
  return prefix && random && checksum ? { prefix, random, checksum } : undefined
}

export const isRight = ({ random, checksum }: Formed): boolean => checksumOf(random) === checksum
