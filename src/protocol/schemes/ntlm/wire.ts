/** How NTLM writes things down: little-endian numbers, UTF-16, and times counted from the year 1601. */

export const u16 = (value: number): Uint8Array => Uint8Array.of(value & 0xff, (value >> 8) & 0xff)

export const u32 = (value: number): Uint8Array => joined(u16(value & 0xffff), u16(value >>> 16))

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

/** Octets that are not there count as zeros: whoever reads has looked at the length before. */
export const readU16 = (octets: Uint8Array, at: number): number => (octets[at] ?? 0) | ((octets[at + 1] ?? 0) << 8)

export const readU32 = (octets: Uint8Array, at: number): number =>
  (readU16(octets, at) | (readU16(octets, at + 2) << 16)) >>> 0

/** A unit of UTF-16 takes two octets, the lower one first. */
export const utf16 = (text: string): Uint8Array =>
  joined(...Array.from({ length: text.length }, (_, at) => u16(text.charCodeAt(at))))

export const utf16Text = (octets: Uint8Array): string => new TextDecoder('utf-16le').decode(octets)

/** Milliseconds from 1601 to 1970. */
const EPOCHS = 11_644_473_600_000n

/** FILETIME: tenths of microseconds since 1601, in eight octets. */
export function filetime(now: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(8))
  view.setBigUint64(0, (BigInt(Math.trunc(now)) + EPOCHS) * 10_000n, true)
  return new Uint8Array(view.buffer)
}

/** Milliseconds since 1970. */
export function readFiletime(octets: Uint8Array): number {
  const ticks = BigInt(readU32(octets, 0)) | (BigInt(readU32(octets, 4)) << 32n)
  return Number(ticks / 10_000n - EPOCHS)
}
