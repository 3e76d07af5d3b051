/** A run of text that is linted by itself, and where each part of it stands in its file: a whole file is one block. */

import type { Span } from '../../protocol/text/span.ts'
import type { Ignored } from './ignored.ts'

/** `length` units of the block at `at` are what `taken` units of the file at `from` mean: `&quot;` is one character. */
export interface Stretch {
  readonly at: number
  readonly length: number
  readonly from: number
  readonly taken: number
}

export interface Block {
  readonly kind: 'file' | 'fence' | 'pre'
  readonly text: string
  /** In order, and without gaps in the block. */
  readonly stretches: readonly Stretch[]
  /** What the block says that it holds: an info string's first word, a class; in lower case. */
  readonly holds?: string
  /** What stands before each of its lines in the file: `> `, indentation. */
  readonly prefix: string
  readonly ignored: Ignored
}

/** Stretches that follow each other in both texts, character by character, become one. */
export function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const stretch of stretches) {
    const last = all.at(-1)
    if (stretch.length === 0) continue
    const plain = last && last.length === last.taken && stretch.length === stretch.taken
    if (plain && last.from + last.taken === stretch.from) {
      all[all.length - 1] = {
        ...last,
        length: last.length + stretch.length,
        taken: last.taken + stretch.taken,
      }
    } else all.push(stretch)
  }
  return all
}

/** The stretch that holds the unit at `offset`; the last one for what lies behind. */
function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  let [low, high] = [0, stretches.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((stretches[middle]?.at ?? 0) <= offset) low = middle
    else high = middle - 1
  }
  return stretches[low]
}

/** Where a span of the block stands in the file. */
export function inFile({ stretches }: Block, { start, end }: Span): Span {
  const first = stretchAt(stretches, start)
  const last = end > start ? stretchAt(stretches, end - 1) : undefined
  const from = first
    ? placeIn(first, start, start < first.at + first.length ? first.from : first.from + first.taken)
    : 0
  return { start: from, end: last ? placeIn(last, end, last.from + last.taken) : from }
}

/** What is not written character by character has two places: its beginning and its end. */
function placeIn({ at, length, from, taken }: Stretch, offset: number, otherwise: number): number {
  return length === taken ? from + Math.min(offset - at, length) : otherwise
}

/** The block without some of its parts, which come in order. */
export function without(block: Block, parts: readonly Span[]): Block {
  if (parts.length === 0) return block
  const kept: Span[] = []
  let from = 0
  for (const { start, end } of parts) {
    kept.push({ start: from, end: start })
    from = end
  }
  kept.push({ start: from, end: block.text.length })
  let at = 0
  const stretches = kept.flatMap(({ start, end }) => {
    const moved = block.stretches.flatMap((stretch): readonly Stretch[] => {
      const [first, last] = [Math.max(start, stretch.at), Math.min(end, stretch.at + stretch.length)]
      if (first >= last) return []
      const plain = stretch.length === stretch.taken
      const place = plain ? { from: stretch.from + first - stretch.at, taken: last - first } : {}
      return [{ ...stretch, ...place, at: at + first - start, length: last - first }]
    })
    at += end - start
    return moved
  })
  return { ...block, text: kept.map(({ start, end }) => block.text.slice(start, end)).join(''), stretches }
}
