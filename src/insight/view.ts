/** What rules look at: messages read once, with what went before them. */

import type { HttpRequest, HttpResponse } from '../protocol/http/message.ts'
import { read } from './reading.ts'
import type { Circumstances, Past, View } from './rule.ts'

/** An exchange, or as much of it as somebody has. */
export interface Sighting {
  readonly request?: HttpRequest
  readonly response?: HttpResponse
  /** As `Past` has them. */
  readonly at?: number
  readonly took?: number
}

export interface Evidence extends Sighting {
  /** What went before, the oldest first. */
  readonly before?: readonly Sighting[]
  /** As `View` has it. */
  readonly upstream?: Sighting
  readonly circumstances?: Circumstances
}

/** So many exchanges are remembered: flows are shorter, and what a rule costs stays bounded. */
export const MEMORY = 32

export function viewOf({ before = [], upstream, circumstances = {}, ...present }: Evidence): View {
  const { at = circumstances.now } = present
  return {
    ...pastOf({ ...present, at }),
    before: before.slice(-MEMORY).map(pastOf),
    upstream: upstream && pastOf(upstream),
    circumstances,
  }
}

const pastOf = ({ request, response, at, took }: Sighting): Past => {
  return { request: request && read(request), response: response && read(response), at, took }
}
