/** How a Negotiate server is set up, and what it remembers: connections, and authenticators that it has seen. */

import { sha256 } from '@noble/hashes/sha2.js'
import type { Env, ProtectionSpace } from '../../auth/scheme.ts'
import { hex, octetsOf } from '../../text/octets.ts'

/** What the server's key would open: scripted, so it stands here in the open. */
export type KnownTicket = {
  /** Id of the user. */
  readonly user: string
  readonly principal: string
  /** The sample that stands in the ticket. */
  readonly sample: string
  readonly sessionKey: string
  /** Milliseconds since 1970. */
  readonly expires: number
}

export type NegotiateSettings = {
  readonly service: string
  readonly realm: string
  /** Seconds that the clocks may differ: five minutes, by custom (RFC 4120 §1.6). */
  readonly skew: number
  readonly tickets: readonly KnownTicket[]
}

/** A connection on which the mechanism was agreed, or that is somebody's. */
export type NegotiateConnection =
  | { readonly agreed: true; readonly made: number }
  | { readonly user: string; readonly message: string; readonly made: number }

export type NegotiateMemory = {
  readonly connections: Readonly<Record<string, NegotiateConnection>>
  readonly seen: readonly { readonly seal: string; readonly time: number }[]
} | null

export type Space = ProtectionSpace<NegotiateSettings, NegotiateMemory>

/** An hour: who comes later finds the connection closed. */
const KEPT = 3_600_000

export function connectionOf({ memory }: Space, { connection, now }: Env): NegotiateConnection | undefined {
  const found = new Map(Object.entries(memory?.connections ?? {})).get(connection.id)
  return found && now() - found.made <= KEPT ? found : undefined
}

/** Without `state`, the connection is as good as new. */
export function remember(space: Space, { connection, now }: Env, state?: NegotiateConnection): Space {
  const others = Object.entries(space.memory?.connections ?? {}).filter(
    ([id, { made }]) => id !== connection.id && now() - made <= KEPT,
  )
  const connections = Object.fromEntries(state ? [...others, [connection.id, state]] : others)
  return { ...space, memory: { connections, seen: space.memory?.seen ?? [] } }
}

/** What is too old for the clocks needs not be remembered. */
export function rememberSeal(space: Space, env: Env, seal: string, time: number): Space {
  const limit = 2 * space.settings.skew * 1000
  const seen = (space.memory?.seen ?? []).filter((each) => Math.abs(env.now() - each.time) <= limit)
  return { ...space, memory: { connections: space.memory?.connections ?? {}, seen: [...seen, { seal, time }] } }
}

export const digestOf = (message: string): string => hex(sha256(octetsOf(message)))
