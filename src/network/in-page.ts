/** The courier for places where no service worker can run: the same servers answer, in the page. */

import { handle } from '../protocol/servers/handle.ts'
import type { Because, Courier } from '../session/courier.ts'

export function inPage(because: Because): Courier {
  const via = { kind: 'in-page', because } as const
  return { via, carry: async (world, request, env) => ({ exchange: await handle(world, request, env), via }) }
}
