/** The one place where two texts differ, so that a caret elsewhere stays where it is. */

import { type Span, span } from '../protocol/text/span.ts'

const high = (unit: string | undefined): boolean => unit !== undefined && /[\ud800-\udbff]/.test(unit)

/** What of `before` gives way to what. No character is cut in two: editors refuse to. */
export function difference(before: string, after: string): { readonly span: Span; readonly insert: string } {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start += 1
  if (high(before[start - 1])) start -= 1
  let tail = 0
  while (tail < most - start && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1
  if (high(before.at(-1 - tail)) || high(after.at(-1 - tail))) tail = Math.max(tail - 1, 0)
  return { span: span(start, before.length - tail), insert: after.slice(start, after.length - tail) }
}
