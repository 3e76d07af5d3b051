/** The port through which an exchange is carried; `network/` has the couriers. */

import type { Env } from '../protocol/auth/scheme.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import type { World } from '../protocol/servers/world.ts'

/** Why no service worker carries: word keys are `ui.because.<reason>`. */
export type Because =
  | 'embedded'
  | 'insecure'
  | 'sandboxed'
  | 'storage-blocked'
  | 'unsupported'
  | 'outside-scope'
  | 'failed'
  | 'not-fetchable'

export type Via = { readonly kind: 'service-worker' } | { readonly kind: 'in-page'; readonly because: Because }

export interface Carried {
  readonly exchange: Exchange
  readonly via: Via
}

export interface Courier {
  readonly via: Via
  carry(world: World, request: HttpRequest, env: Env): Promise<Carried>
}
