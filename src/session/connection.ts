/** Whether it matters on which connection a request travels. */

import { parseRequest } from '../protocol/http/parse.ts'
import { schemeOf } from '../protocol/schemes/index.ts'
import { resourceFor } from '../protocol/servers/world.ts'
import type { State } from './play.ts'

/** A scheme that rests on it is wanted, somebody here has a certificate to begin one with, or it was changed before. */
export function restsOnConnection({ world, draft }: Pick<State, 'world' | 'draft'>): boolean {
  const spaces = resourceFor(world, parseRequest(draft))?.spaces ?? []
  return (
    world.connection.number > 1 ||
    spaces.some((id) => schemeOf(world.spaces[id]?.scheme)?.connection) ||
    world.users.some(({ secrets }) => secrets.some(({ certificate }) => certificate !== undefined))
  )
}
