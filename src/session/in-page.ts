/** The courier with nothing in between, where no service worker can run, and for replays and tests: servers answer in the page. */

import { handle } from '../protocol/servers/handle.ts'
import type { Because, Courier } from './courier.ts'

export function inPage(because: Because): Courier {
  const via = { kind: 'in-page', because } as const
  return { via, carry: async (world, request, env) => ({ exchange: await handle(world, request, env), via }) }
}

/** For replays, of which nobody asks how they were carried. */
export const direct = inPage('embedded')
