/** A finding's fix as it would look on the wire. */

import type { Fix } from '../../insight/rule.ts'

export const fixed = (source: string, { span, insert }: Fix): string =>
  source.slice(0, span.start) + insert + source.slice(span.end)

/** The line that the fix is in, or lines, after it; empty where nothing is left of them. */
export function lineFixed(source: string, { span, insert }: Fix): string {
  const start = source.lastIndexOf('\n', span.start - 1) + 1
  const next = source.indexOf('\n', span.end)
  const end = next < 0 ? source.length : next
  return (source.slice(start, span.start) + insert + source.slice(span.end, end)).trim()
}
