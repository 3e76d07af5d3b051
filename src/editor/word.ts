/** Words around the caret. */

import { type Span, span } from '../protocol/text/span.ts'

/** The word that the caret is in or at, no farther back than `from`. */
export function wordAround(source: string, from: number, offset: number, inWord: RegExp): Span {
  let [start, end] = [offset, offset]
  while (start > from && inWord.test(source.charAt(start - 1))) start -= 1
  while (end < source.length && inWord.test(source.charAt(end))) end += 1
  return span(start, end)
}

/** Names compare without case, RFC 9110 §5.1, §11.1, §11.2. */
export const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Whether nothing but white space follows on this line. */
export const endsLine = (source: string, at: number): boolean => /^[ \t]*(?:\r?\n|$)/.test(source.slice(at))

/** The space to put between a mark and what is written directly behind it. */
export const gapAfter = (source: string, at: number, mark: string): string => (source[at - 1] === mark ? ' ' : '')
