/** Messages in the order in which they were recorded, put together to exchanges. */

import type { HttpMessage } from '../../protocol/http/message.ts'
import { parseMessage, parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import type { Span } from '../../protocol/text/span.ts'
import type { Recorded } from '../recording.ts'
import type { Composed } from './compose.ts'
import type { Kind } from './start-line.ts'

/** One message, cut out. */
export interface Cut {
  readonly message: HttpMessage
  readonly composed: Composed
  readonly span: Span
  readonly version?: string
  readonly transport?: Recorded['transport']
  /** Milliseconds on some clock: only differences count. */
  readonly clock?: number
  /** Its body was sent, and is not here. */
  readonly unseen?: boolean
  readonly excerpt?: boolean
}

/** `kind` says how to read it; a message that nobody is sure of is looked at again. */
export function messageOf({ source }: Composed, kind?: Kind): HttpMessage {
  if (kind === undefined) return parseMessage(source)
  return kind === 'request' ? parseRequest(source) : parseResponse(source)
}

/**
 * A request and the final response behind it are one exchange. A 1xx before that stands alone (RFC 9110 §15.2), but for
 * 101, after which there is no other.
 */
export function exchangesOf(cuts: readonly Cut[]): readonly Recorded[] {
  const exchanges: Recorded[] = []
  let waiting: Cut | undefined
  for (const cut of cuts) {
    if (cut.message.kind === 'request') {
      if (waiting) exchanges.push(recorded(waiting))
      waiting = cut
    } else if (waiting && isInterim(cut.message.line.code)) {
      exchanges.push({ ...recorded(undefined, cut), excerpt: true })
    } else {
      exchanges.push(recorded(waiting, cut))
      waiting = undefined
    }
  }
  if (waiting) exchanges.push(recorded(waiting))
  return exchanges
}

const isInterim = (code: number): boolean => code >= 100 && code < 200 && code !== 101

/** Tools print microseconds. */
const between = (before: number, after: number): number => Math.round((after - before) * 1000) / 1000

function recorded(one: Cut | undefined, other?: Cut): Recorded {
  const [request, response] = [one?.message, other?.message]
  const both = [one, other].filter((cut) => cut !== undefined)
  const unseen = [...(one?.unseen ? (['request'] as const) : []), ...(other?.unseen ? (['response'] as const) : [])]
  const version = (other ?? one)?.version
  const transport = one?.transport ?? other?.transport
  const took = one?.clock === undefined || other?.clock === undefined ? undefined : between(one.clock, other.clock)
  return {
    ...(request?.kind === 'request' && { request }),
    ...(response?.kind === 'response' && { response }),
    ...(took !== undefined && took >= 0 && { took }),
    pieces: {
      ...(one && one.composed.pieces.length > 0 && { request: one.composed.pieces }),
      ...(other && other.composed.pieces.length > 0 && { response: other.composed.pieces }),
    },
    span: { start: both[0]?.span.start ?? 0, end: both.at(-1)?.span.end ?? 0 },
    ...(transport && { transport }),
    ...(version && { version }),
    ...(unseen.length > 0 && { unseen }),
    excerpt: both.some(({ excerpt }) => excerpt),
    script: false,
  }
}
