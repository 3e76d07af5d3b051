/** What a server decided and why, and the exchange that came of it. */

import type { Gate, Step } from '../auth/scheme.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import type { World } from './world.ts'

/** A gate that was not reached, and the status that failing there would have given. */
export interface Ahead {
  readonly gate: Gate
  readonly status: number
}

export interface Decision {
  readonly steps: readonly Step[]
  readonly verdict: {
    readonly status: number
    /** The gate that failed; absent when the request reached the resource. */
    readonly failed?: Gate
    /** Id of the user whom the server took the request for. */
    readonly user?: string
  }
  readonly ahead: readonly Ahead[]
}

/** One request, its response, the server's decision, and the world it left behind. */
export interface Exchange {
  readonly request: HttpRequest
  readonly response: HttpResponse
  readonly decision: Decision
  readonly world: World
  /** The virtual clock when it was sent. */
  readonly at: number
}
