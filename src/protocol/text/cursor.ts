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

/** The class of the characters that stand in `chars`. */
export function anyOf(chars: string): CharClass {
  const units = new Set(Array.from(chars, (char) => char.charCodeAt(0)))
  return (unit) => units.has(unit)
}

/** Whether a text is not empty and wholly of one class. */
export const isAll = (text: string, is: CharClass): boolean => text !== '' && run(text, 0, is) === text.length
