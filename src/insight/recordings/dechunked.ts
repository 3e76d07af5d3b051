/** A body as it was meant, out of its chunks: `chunked-body`, RFC 9112 §7.1. */

import type { Span } from '../../protocol/text/span.ts'

/** Longer lines are no chunk sizes. */
const LONGEST = 1000

/**
 * Where the data of the chunks stands, in a text that has a character for each octet; undefined where it is no chunked
 * body. One that is cut off has the chunks that are there.
 */
export function chunksIn(text: string, from: number): readonly Span[] | undefined {
  const chunks: Span[] = []
  for (let at = from; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at)
    const size =
      lineEnd < 0 || lineEnd - at > LONGEST
        ? null
        : /^([\dA-Fa-f]{1,8})(?:[ \t]*;.*)?\r?$/.exec(text.slice(at, lineEnd))
    if (!size) return chunks.length > 0 && lineEnd < 0 ? chunks : undefined
    const length = Number.parseInt(size[1] ?? '', 16)
    if (length === 0) return chunks
    const start = lineEnd + 1
    const end = Math.min(start + length, text.length)
    chunks.push({ start, end })
    const after = /^\r?\n/.exec(text.slice(end, end + 2))
    if (!after && end < text.length) return undefined
    at = end + (after?.[0].length ?? 0)
  }
  return chunks
}
