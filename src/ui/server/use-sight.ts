/** Lets an element point at what the server looked at, as long as the request that it saw still stands in the editor. */

import type { Span } from '../../protocol/text/span.ts'
import { usePointer } from '../playground/mark-context.tsx'
import { useOpened, useSnapshot } from '../playground/playground-context.tsx'

export function useSight(spans: readonly Span[]) {
  const { open } = useOpened()
  const snapshot = useSnapshot()
  const stands = open?.exchange.request.source === snapshot.state.draft
  return usePointer(stands && spans.length > 0 ? { in: 'request', spans } : undefined)
}
