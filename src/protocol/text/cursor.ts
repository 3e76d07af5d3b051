/** Walks over text: how far a class of characters reaches. Every reader of the grammar moves with these, so all are linear. */

/** Whether a UTF-16 unit belongs to a class of characters. */
export type CharClass = (unit: number) => boolean

/** Where the run of characters of a class that begins at `at` ends; `at` itself where there is none. */
export function run(text: string, at: number, is: CharClass): number {
  let end = at
  while (end < text.length && is(text.charCodeAt(end))) end += 1
  return end
}

/** Where the run of characters of a class that ends before `at` begins, not before `from`. */
export function runBack(text: string, at: number, from: number, is: CharClass): number {
  let start = at
  while (start > from && is(text.charCodeAt(start - 1))) start -= 1
  return start
}

/** A class as a table: a place for each unit below 80, and one for all others, which HTTP doesn't tell apart (obs-text). */
export type CharTable = Uint8Array

export function tableOf(is: CharClass): CharTable {
  const table = new Uint8Array(OTHERS + 1)
  for (let unit = 0; unit <= OTHERS; unit += 1) if (is(unit)) table[unit] = 1
  return table
}

const OTHERS = 0x80

/** As `run`, without a call for each character: for readers of what comes often. */
export function runIn(text: string, at: number, table: CharTable): number {
  let end = at
  while (end < text.length) {
    const unit = text.charCodeAt(end)
    if (table[unit < OTHERS ? unit : OTHERS] !== 1) break
    end += 1
  }
  return end
}

/** The class of the characters that stand in `chars`. */
export function anyOf(chars: string): CharClass {
  const units = new Set(Array.from(chars, (char) => char.charCodeAt(0)))
  return (unit) => units.has(unit)
}

/** Whether a text is not empty and wholly of one class. */
export const isAll = (text: string, is: CharClass): boolean => text !== '' && run(text, 0, is) === text.length
