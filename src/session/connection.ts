/** Whether it matters on which connection a request travels. */

import type { HttpRequest } from '../protocol/http/message.ts'
import { schemeOf } from '../protocol/schemes/index.ts'
import { resourceFor, type World } from '../protocol/servers/world.ts'

/** A scheme that rests on it is wanted, somebody here has a certificate to begin one with, or it was changed before. */
export function restsOnConnection(world: World, request: HttpRequest): boolean {
  const spaces = resourceFor(world, request)?.spaces ?? []
  return (
    world.connection.number > 1 ||
    spaces.some((id) => schemeOf(world.spaces[id]?.scheme)?.connection) ||
    world.users.some(({ secrets }) => secrets.some(({ certificate }) => certificate !== undefined))
  )
}
