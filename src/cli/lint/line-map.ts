/** Lines and columns of a text: both from 1, columns in UTF-16 units, as editors count. */

export interface Place {
  readonly line: number
  readonly column: number
}

export interface LineMap {
  placeOf(offset: number): Place
  /** A line without its end, and where it begins. */
  lineAt(line: number): { readonly text: string; readonly start: number }
}

export function lineMap(text: string): LineMap {
  const starts = [0]
  for (let lf = text.indexOf('\n'); lf >= 0; lf = text.indexOf('\n', lf + 1)) starts.push(lf + 1)
  return {
    placeOf(offset) {
      let [low, high] = [0, starts.length - 1]
      while (low < high) {
        const middle = (low + high + 1) >> 1
        if ((starts[middle] ?? 0) <= offset) low = middle
        else high = middle - 1
      }
      return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 }
    },
    lineAt(line) {
      const start = starts[line - 1] ?? text.length
      let end = (starts[line] ?? text.length + 1) - 1
      while (end > start && text[end - 1] === '\r') end -= 1
      return { text: text.slice(start, end), start }
    },
  }
}
