/** What may be drawn a frame later, so that what somebody waits for is on the screen before. */

import { startTransition, useEffect, useState } from 'react'

/** Milliseconds after which a frame is no longer waited for: out of sight there are none. */
const PATIENCE = 100

/** The value of before until the next frame; at first `initial`. */
export function useNextFrame<Value>(value: Value, initial: Value = value): Value {
  const [shown, show] = useState<Value>(initial)
  useEffect(() => {
    const follow = () => startTransition(() => show(() => value))
    const frame = requestAnimationFrame(follow)
    const timer = setTimeout(follow, PATIENCE)
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [value])
  return shown
}
