/** Finds the place where a body of so many octets ends, in a text that counts in UTF-16 units. */

import type { TextLine } from './text-lines.ts'

export interface OctetCount {
  /** The line and the place in it that lie `octets` behind the beginning of line `from`; undefined behind the text. */
  after(from: number, octets: number): { readonly line: number; readonly at: number } | undefined
}

/** A longer line is not gone through unit by unit: many messages might ask for the same one. */
const LONGEST = 100_000

export function octetCount(text: string, lines: readonly TextLine[]): OctetCount {
  const before = [0]
  let total = 0
  for (const { start, end, breaks, next } of lines) {
    total += octetsIn(text, start, end) + next - breaks
    before.push(total)
  }
  return {
    after(from, octets) {
      const wanted = (before[from] ?? total) + octets
      if (!(wanted <= total)) return undefined
      const line = lastNotAbove(before, wanted)
      const found = lines[line]
      if (!found) return { line, at: text.length }
      const left = wanted - (before[line] ?? 0)
      const at = left === 0 ? found.start : inLine(text, found, left)
      return at === undefined ? undefined : { line, at }
    },
  }
}

/** Where the last element is that isn't greater; they are in order. */
function lastNotAbove(numbers: readonly number[], wanted: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((numbers[middle] ?? 0) <= wanted) low = middle
    else high = middle - 1
  }
  return low
}

function inLine(text: string, { start, end }: TextLine, octets: number): number | undefined {
  const plain = octetsIn(text, start, end) === end - start
  if (plain) return start + octets <= end ? start + octets : undefined
  if (end - start > LONGEST) return undefined
  let [at, left] = [start, octets]
  while (left > 0 && at < end) {
    left -= octetsOfUnit(text.charCodeAt(at))
    at += 1
  }
  return left === 0 ? at : undefined
}

/** UTF-8 (RFC 3629 §3): the two halves of a surrogate pair take two octets each. */
const octetsOfUnit = (unit: number): number =>
  unit < 0x80 ? 1 : unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 2 : 3

function octetsIn(text: string, start: number, end: number): number {
  let octets = 0
  for (let at = start; at < end; at += 1) octets += octetsOfUnit(text.charCodeAt(at))
  return octets
}
