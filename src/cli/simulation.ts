/** The simulated world as something that goes on: each exchange begins with the world that the one before it left. */

import { enterFor } from '../content/world/places/index.ts'
import type { HttpRequest } from '../protocol/http/message.ts'
import { chance } from '../protocol/servers/chance.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { handle } from '../protocol/servers/handle.ts'
import type { World } from '../protocol/servers/world.ts'

export interface Simulation {
  /** Exchanges take turns: none begins before the one before it has ended. */
  exchange(request: HttpRequest, connection: number): Promise<Exchange>
  /** Moves the clock on. */
  wait(seconds: number): void
  /** The instant of the world, in milliseconds since 1970. */
  now(): number
}

/** `machine` is the clock that goes on by itself; without it, the world's stands still. */
export function simulationOf(start: World, machine?: () => number): Simulation {
  let world = start
  let moves = 0
  let turn: Promise<unknown> = Promise.resolve()
  let ahead = machine ? start.clock - machine() : 0
  const now = () => (machine ? Math.max(world.clock, machine() + ahead) : world.clock)

  async function take(request: HttpRequest, connection: number): Promise<Exchange> {
    const before = await enterFor({ ...world, clock: now(), connection: { number: connection } }, request)
    moves += 1
    const exchange = await handle(before, request, chance(before, moves))
    world = exchange.world
    return exchange
  }

  return {
    exchange(request, connection) {
      const taken = turn.then(() => take(request, connection))
      turn = taken.catch(() => undefined)
      return taken
    },
    wait(seconds) {
      if (machine) ahead += seconds * 1000
      else world = { ...world, clock: world.clock + seconds * 1000 }
    },
    now,
  }
}
