/** Whom a server took the sender of a request for. */

import type { Exchange } from '../protocol/servers/decision.ts'

/** Their name; undefined where nobody was recognised. */
export function userOf({ decision, world }: Exchange): string | undefined {
  const { user } = decision.verdict
  return user && (world.users.find(({ id }) => id === user)?.name ?? user)
}
