/** Where parts of a message stand in its file, as well as can be said. */

import { type Piece, placeOf, type Recorded } from '../../insight/recording.ts'
import type { Span } from '../../protocol/text/span.ts'

/**
 * The place of a span, or of what of it was not written by us; before or behind which it would stand, where all of it is
 * ours. Undefined where nothing of the message stands in the text.
 */
export function nearest(pieces: readonly Piece[] | undefined, span: Span): Span | undefined {
  const exact = placeOf(pieces, span)
  if (exact && exact.start <= exact.end) return exact
  const held = (pieces ?? []).filter(({ at, length }) => at < span.end && span.start < at + length)
  const [first, last] = [held[0], held.at(-1)]
  if (first && last) {
    const start = first.from + Math.max(0, span.start - first.at)
    const end = last.from + Math.min(last.length, span.end - last.at)
    return { start, end: Math.max(start, end) }
  }
  const behind = pieces?.find(({ at }) => at >= span.end)
  const before = pieces?.findLast(({ at, length }) => at + length <= span.start)
  const at = behind ? behind.from : before && before.from + before.length
  return at === undefined ? undefined : { start: at, end: at }
}

/** The messages that were recorded, each with its pieces. */
export const messagesOf = ({ request, response, pieces }: Recorded) => [
  ...(request ? [{ in: 'request', message: request, pieces: pieces.request } as const] : []),
  ...(response ? [{ in: 'response', message: response, pieces: pieces.response } as const] : []),
]
