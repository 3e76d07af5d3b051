/** What the linter finds in an exchange. The linter is loaded when it is first asked, and each exchange is read once. */

import type { Finding } from '../insight/rule.ts'
import { schemeOf } from '../protocol/schemes/index.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { resourceFor } from '../protocol/servers/world.ts'

const kept = new WeakMap<Exchange, Promise<readonly Finding[]>>()

/**
 * The same promise for the same exchange; `before` are those that were sent before it, the oldest first. Who is in no hurry
 * says with `leisure` when there is time for it. Rejects where the linter can't be loaded; the next exchange tries again.
 */
export function findingsOf(
  exchange: Exchange,
  before: readonly Exchange[],
  leisure?: () => Promise<void>,
): Promise<readonly Finding[]> {
  const promise = kept.get(exchange) ?? ask(exchange, before, leisure)
  kept.set(exchange, promise)
  return promise
}

async function ask(
  exchange: Exchange,
  before: readonly Exchange[],
  leisure?: () => Promise<void>,
): Promise<readonly Finding[]> {
  const [{ lint }] = await Promise.all([import('../insight/lint.ts'), leisure?.()])
  const { request, response, at, hops } = exchange
  // The simulated servers are all reached by TLS.
  const circumstances = { now: at, transport: 'https', takes: carriersOf(exchange) } as const
  return lint({ request, response, at, before, upstream: hops?.[1], circumstances })
}

/** The request fields from which the asked resource takes credentials. */
function carriersOf({ request, world }: Exchange): readonly string[] | undefined {
  return resourceFor(world, request)?.spaces.flatMap((id) => schemeOf(world.spaces[id]?.scheme)?.field ?? [])
}
