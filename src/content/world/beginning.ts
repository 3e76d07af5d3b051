/** The simulated world as it is before anybody did anything. */

import type { World } from '../../protocol/servers/world.ts'
import { hosts } from './hosts.ts'
import { spacesFor } from './spaces.ts'
import { usersAt } from './users.ts'

/**
 * The world at an instant (ISO 8601) as a visit begins in it: one host, and the others are entered when a request goes
 * there. The same instant and seed give the same world, to the last octet.
 */
export function beginningAt(instant: string, seed = 'playground'): World {
  const clock = Date.parse(instant)
  const { users } = usersAt(clock)
  return {
    clock,
    began: clock,
    seed,
    connection: { number: 1 },
    hosts,
    users,
    spaces: spacesFor(users),
    places: [],
    refusals: {},
  }
}
