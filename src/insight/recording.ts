/** What a pasted text, a dropped file or a file on the command line holds: exchanges, each with its place in the text. */

import type { Span } from '../protocol/text/span.ts'
import type { Need } from './rule.ts'
import type { Sighting } from './view.ts'

export type Format =
  | 'nothing'
  /** Messages as on the wire, one after the other: requests, responses, exchanges; also `curl -i`, and what a proxy logged. */
  | 'messages'
  | 'curl-verbose'
  | 'curl-trace'
  | 'har'
  /** Commands and code that would send a request: `curl …` (also DevTools' "copy as cURL"), `fetch(…)`. */
  | 'curl-command'
  | 'fetch'
  /** Field lines without a start line: DevTools' "copy response headers". */
  | 'fields'
  /** The bare value of `WWW-Authenticate`. */
  | 'challenge'
  | 'credentials'
  | 'jwt'
  /** Source code of a server. */
  | 'code'

/** A run of a message's text that stands in the pasted text as it is: `length` units at `at`, there from `from`. */
export interface Piece {
  readonly at: number
  readonly from: number
  readonly length: number
}

/** One exchange, as far as it was recorded. */
export interface Recorded extends Sighting {
  /** Where its messages come from; absent where they were written anew, as out of a HAR. */
  readonly pieces: { readonly request?: readonly Piece[]; readonly response?: readonly Piece[] }
  /** The whole of it in the pasted text. */
  readonly span: Span
  /** Absent where the text doesn't tell. */
  readonly transport?: 'https' | 'http'
  /** Fields were left out, or the start line is ours. */
  readonly excerpt: boolean
  /** A page's JavaScript made the request. */
  readonly script: boolean
  /** What the recording says in the place of `HTTP/1.1`, where start lines were written anew: `HTTP/2`. */
  readonly version?: string
  /** Messages whose body was sent and is not in the recording: that it is empty here means nothing. */
  readonly unseen?: readonly ('request' | 'response')[]
  /** What would have to be asked for: the status, where only response fields were pasted. */
  readonly asks?: Extract<Need, 'response'> | 'status'
}

export interface Recording {
  readonly format: Format
  readonly exchanges: readonly Recorded[]
  /** What was passed over, as a word key `recording.<problem>` with its place: `har-entry-unreadable`, `har-invalid`. */
  readonly problems: readonly { readonly problem: string; readonly span: Span; readonly detail?: string }[]
}

/** Where a span of a message stands in the pasted text; undefined where the message was written anew. */
export function placeOf(pieces: readonly Piece[] | undefined, { start, end }: Span): Span | undefined {
  const from = (offset: number): number | undefined => {
    // Where one piece ends another may begin, and elsewhere in the text: what stands at `offset` is in that one.
    const around = pieces?.filter(({ at, length }) => at <= offset && offset <= at + length)
    const piece = around?.at(-1)
    return piece && piece.from + offset - piece.at
  }
  const [first, last] = [from(start), from(Math.max(start, end - 1))]
  if (first === undefined || last === undefined) return undefined
  return { start: first, end: start === end ? first : last + 1 }
}
