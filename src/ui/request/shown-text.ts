/**
 * The draft as a text field can hold it: lines end with LF there, and a CR alone can't stand in it at all, so it is
 * shown as `↵`. Spans of the draft are drawn in at their places in that text.
 */

import type { Span } from '../../protocol/text/span.ts'

const CR_SIGN = '↵'

export const shown = (draft: string): string =>
  draft.includes('\r') ? draft.replaceAll('\r\n', '\n').replaceAll('\r', CR_SIGN) : draft

/** The draft that a shown text stands for; its lines end as those of the draft before did. */
export function written(text: string, before: string): string {
  const lineEnd = /^[^\r\n]*\r\n/.test(before) ? '\r\n' : '\n'
  const draft = before.includes('\r') ? text.replaceAll(CR_SIGN, '\r') : text
  return lineEnd === '\n' ? draft : draft.replaceAll('\n', lineEnd)
}

/** Where a place in the draft stands in the text that is shown: each CRLF before it is one unit shorter there. */
export function shownSpan(draft: string, { start, end }: Span): Span {
  if (!draft.includes('\r')) return { start, end }
  const between = (offset: number) => Number(draft[offset] === '\n' && draft[offset - 1] === '\r')
  const at = (offset: number) => offset - draft.slice(0, offset).split('\r\n').length + 1 - between(offset)
  return { start: at(start), end: at(end) }
}
