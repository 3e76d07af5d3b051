/** A line of text, and below it carets under a part of it. */

import type { Span } from '../../protocol/text/span.ts'
import { printable, widthOf } from './printable.ts'

export interface Underlined {
  readonly line: string
  readonly carets: string
}

/** So many columns are shown of a line. */
const COLUMNS = 110
/** So many of them before what is meant. */
const BEFORE = 30
const TAB = 4
/** A longer line is cut before it is looked at. */
const LONGEST = 2000

interface Cell {
  readonly text: string
  readonly from: number
  readonly column: number
  readonly width: number
}

/** `span` within the line; what lies behind the line's end is left out, and an empty one gets a caret all the same. */
export function underlined(text: string, { start, end }: Span): Underlined {
  if (text.length > LONGEST) {
    const from = Math.max(0, start - 2 * BEFORE)
    const part = text.slice(from, from + 4 * COLUMNS)
    const rest = from + part.length < text.length ? '…' : ''
    const before = from > 0 ? '…' : ''
    const by = before.length - from
    return underlined(before + part + rest, { start: start + by, end: Math.min(end + by, part.length + before.length) })
  }
  const cells = cellsOf(text)
  const width = cells.reduce((sum, cell) => sum + cell.width, 0)
  const columnOf = (offset: number) => cells.find(({ from }) => from >= offset)?.column ?? width
  const [first, last] = [columnOf(start), columnOf(Math.min(end, text.length))]
  const shown = windowOf(cells, width, first)
  const [left, right] = [shown.from > 0 ? '…' : '', shown.to < width ? '…' : '']
  const inside = cells.filter(({ column, width: own }) => column >= shown.from && column + own <= shown.to)
  const count = Math.max(1, Math.min(last, shown.to) - first)
  return {
    line: left + inside.map((cell) => cell.text).join('') + right,
    carets: ' '.repeat(left.length + first - (inside[0]?.column ?? 0)) + '^'.repeat(count),
  }
}

function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = []
  let [from, column] = [0, 0]
  for (const char of line) {
    const plain = char >= ' ' && char <= '~'
    const width = plain ? 1 : char === '\t' ? TAB - (column % TAB) : widthOf(char)
    const text = plain ? char : char === '\t' ? ' '.repeat(width) : printable(char)
    cells.push({ text, from, column, width })
    from += char.length
    column += width
  }
  return cells
}

/** All of a line that fits, else what stands around the place. */
function windowOf(cells: readonly Cell[], width: number, first: number) {
  if (width <= COLUMNS) return { from: 0, to: width }
  const wanted = Math.max(0, Math.min(first - BEFORE, width - COLUMNS))
  const from = cells.find(({ column }) => column >= wanted)?.column ?? 0
  return { from, to: Math.min(width, from + COLUMNS) }
}
