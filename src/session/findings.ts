/** What the linter finds in an exchange. The linter is loaded when it is first asked, and each exchange is read once. */

import type { Finding } from '../insight/rule.ts'
import { schemeOf } from '../protocol/schemes/index.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { resourceFor } from '../protocol/servers/world.ts'

const kept = new WeakMap<Exchange, Promise<readonly Finding[]>>()

/** Resolve when there is time: for the linter to begin, and for it to go on. */
export interface Pauses {
  leisure(): Promise<void>
  breath(): Promise<void>
}

/** For those who wait for the findings. */
const AT_ONCE: Pauses = { leisure: async () => undefined, breath: async () => undefined }

/**
 * The same promise for the same exchange; `before` are those that were sent before it, the oldest first. Who is in no hurry
 * gives `pauses`. Rejects where the linter can't be loaded; the next exchange tries again.
 */
export function findingsOf(
  exchange: Exchange,
  before: readonly Exchange[],
  pauses: Pauses = AT_ONCE,
): Promise<readonly Finding[]> {
  const promise = kept.get(exchange) ?? ask(exchange, before, pauses)
  kept.set(exchange, promise)
  return promise
}

async function ask(exchange: Exchange, before: readonly Exchange[], pauses: Pauses): Promise<readonly Finding[]> {
  const { lintInTurns } = await import('../insight/lint.ts')
  await pauses.leisure()
  const { request, response, at, hops } = exchange
  // The simulated servers are all reached by TLS.
  const circumstances = { now: at, transport: 'https', takes: carriersOf(exchange) } as const
  return lintInTurns({ request, response, at, before, upstream: hops?.[1], circumstances }, pauses.breath)
}

/** The request fields from which the asked resource takes credentials. */
function carriersOf({ request, world }: Exchange): readonly string[] | undefined {
  return resourceFor(world, request)?.spaces.flatMap((id) => schemeOf(world.spaces[id]?.scheme)?.field ?? [])
}
