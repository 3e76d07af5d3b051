/** Messages put together from runs of the pasted text and from words of our own, with where each run came from. */

import type { Span } from '../../protocol/text/span.ts'
import type { Piece } from '../recording.ts'

/** A run of the pasted text, or text that is ours. */
export type Part = Span | string

export interface Composed {
  readonly source: string
  readonly pieces: readonly Piece[]
}

/** Runs that were neighbours become one piece. */
export function compose(text: string, parts: readonly Part[]): Composed {
  const chunks: string[] = []
  const pieces: Piece[] = []
  let at = 0
  for (const part of parts) {
    const chunk = typeof part === 'string' ? part : text.slice(part.start, part.end)
    if (chunk === '') continue
    if (typeof part !== 'string') join(pieces, { at, from: part.start, length: chunk.length })
    chunks.push(chunk)
    at += chunk.length
  }
  return { source: chunks.join(''), pieces }
}

function join(pieces: Piece[], piece: Piece): void {
  const last = pieces.at(-1)
  if (last && last.at + last.length === piece.at && last.from + last.length === piece.from) {
    pieces[pieces.length - 1] = { ...last, length: last.length + piece.length }
  } else pieces.push(piece)
}

/** A composed text put together anew out of its own runs, which come in order, and of further words of ours. */
export function recompose({ source, pieces }: Composed, parts: readonly Part[]): Composed {
  const kept: Piece[] = []
  const chunks: string[] = []
  let [at, next] = [0, 0]
  for (const part of parts) {
    const chunk = typeof part === 'string' ? part : source.slice(part.start, part.end)
    chunks.push(chunk)
    if (typeof part !== 'string') {
      while (endOf(pieces[next]) <= part.start && next < pieces.length) next += 1
      for (let n = next; n < pieces.length; n += 1) {
        const piece = pieces[n]
        if (!piece || piece.at >= part.end) break
        const from = Math.max(part.start, piece.at)
        const length = Math.min(part.end, endOf(piece)) - from
        if (length > 0) join(kept, { at: at + from - part.start, from: piece.from + from - piece.at, length })
      }
    }
    at += chunk.length
  }
  return { source: chunks.join(''), pieces: kept }
}

const endOf = (piece: Piece | undefined): number => (piece ? piece.at + piece.length : 0)
