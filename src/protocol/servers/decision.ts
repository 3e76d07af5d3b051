/** What a server decided and why, and the exchange that came of it. */

import type { Gate, Step } from '../auth/scheme.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import type { Page } from '../services/service.ts'
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

/** One server on the way of a request: what reached it, and what it sent back. */
export interface Hop {
  readonly host: string
  readonly role: 'proxy' | 'gateway' | 'origin'
  readonly request: HttpRequest
  readonly response: HttpResponse
  readonly decision: Decision
}

/** One request, its response, the server's decision, and the world it left behind. */
export interface Exchange {
  readonly request: HttpRequest
  readonly response: HttpResponse
  /** Of the server that had the last word; the questions of those before it stand in front. */
  readonly decision: Decision
  /** The servers on the way, the nearest first; absent where one answered alone. */
  readonly hops?: readonly Hop[]
  /** What a service drew for a person, and the service's key: its words are found there. */
  readonly page?: Page & { readonly service: string }
  readonly world: World
  /** The virtual clock when it was sent. */
  readonly at: number
}
