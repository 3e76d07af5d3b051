/** What happened to the lines of one text on the way to another. */

export interface ComparedLine {
  readonly result: 'same' | 'gone' | 'new'
  readonly text: string
}

/** Longer differences than this (lines times lines) are not matched up: all old lines go, all new ones come. */
const LIMIT = 250_000

/** The fewest lines go and come (longest common subsequence); in a place where both happen, the old go first. */
export function compareLines(one: string, other: string): readonly ComparedLine[] {
  const before = one.split(/\r?\n/)
  const after = other.split(/\r?\n/)
  let head = 0
  while (head < before.length && head < after.length && before[head] === after[head]) head += 1
  let tail = 0
  const shorter = Math.min(before.length, after.length)
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const same = (text: string): ComparedLine => ({ result: 'same', text })
  return [
    ...before.slice(0, head).map(same),
    ...middle(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...before.slice(before.length - tail).map(same),
  ]
}

function middle(before: readonly string[], after: readonly string[]): readonly ComparedLine[] {
  const gone = (text: string): ComparedLine => ({ result: 'gone', text })
  const come = (text: string): ComparedLine => ({ result: 'new', text })
  if (before.length * after.length > LIMIT) return [...before.map(gone), ...after.map(come)]
  const common = lengths(before, after)
  const found: ComparedLine[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const [old = '', fresh = ''] = [before[i], after[j]]
    if (i < before.length && j < after.length && old === fresh) {
      found.push({ result: 'same', text: old })
      i += 1
      j += 1
    } else if (i < before.length && (j >= after.length || at(common, i + 1, j) >= at(common, i, j + 1))) {
      found.push(gone(old))
      i += 1
    } else {
      found.push(come(fresh))
      j += 1
    }
  }
  return found
}

const at = (table: readonly (readonly number[])[], i: number, j: number) => table[i]?.[j] ?? 0

/** `lengths[i][j]`: how many lines the rests from `i` and from `j` have in common. */
function lengths(before: readonly string[], after: readonly string[]): readonly (readonly number[])[] {
  const table: number[][] = Array.from({ length: before.length + 1 }, () => [])
  for (let i = before.length - 1; i >= 0; i--) {
    const row = table[i]
    for (let j = after.length - 1; j >= 0 && row; j--)
      row[j] = before[i] === after[j] ? 1 + at(table, i + 1, j + 1) : Math.max(at(table, i + 1, j), at(table, i, j + 1))
  }
  return table
}
