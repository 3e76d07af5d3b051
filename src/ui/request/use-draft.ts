/** The draft as this panel edits it: never behind the keyboard, whatever is under way in the session. */

import { useDeferredValue, useRef, useState } from 'react'
import { usePlayground, useSession } from '../playground/playground-context.tsx'

/** Long enough not to cry out at a half-written word. */
const PAUSE = 700

export interface Draft {
  readonly source: string
  /** The text as it stood before somebody began to type, and anew when they pause: what complaints are about. */
  readonly settled: string
  write(source: string): void
}

export function useDraft(): Draft {
  const { session } = usePlayground()
  const draft = useSession(({ state }) => state.draft)
  const [typed, setTyped] = useState<string>()
  const [before, setBefore] = useState<string>()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  // While a move is under way a session takes no writing directly: it waits its turn, and is shown meanwhile.
  if (typed !== undefined && !session.busy()) setTyped(undefined)
  const source = typed ?? draft
  const settled = useDeferredValue(before ?? source)
  return {
    source,
    settled,
    write(text) {
      if (text === source) return
      if (session.busy()) {
        setTyped(text)
        void session.make({ kind: 'write', text })
      } else session.write(text)
      if (before === undefined) setBefore(source)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setBefore(undefined), PAUSE)
    },
  }
}
