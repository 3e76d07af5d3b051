/** Waits for hand and input method to rest: a field that is swapped under a drag or a composition loses it. */

import { useRef } from 'react'

export function useStillness() {
  const holding = useRef(new Set<'pointer' | 'composition'>())
  const waiting = useRef<() => void>(undefined)
  const release = (what: 'pointer' | 'composition') => {
    holding.current.delete(what)
    if (holding.current.size > 0) return
    // After the event itself: the field has its selection and its text by then.
    setTimeout(() => {
      waiting.current?.()
      waiting.current = undefined
    })
  }
  return {
    watch: {
      onPointerDownCapture: () => {
        holding.current.add('pointer')
        const up = () => release('pointer')
        // The pointer may be let go anywhere.
        addEventListener('pointerup', up, { once: true })
        addEventListener('pointercancel', up, { once: true })
      },
      onCompositionStart: () => {
        holding.current.add('composition')
      },
      onCompositionEnd: () => release('composition'),
    },
    whenStill(act: () => void) {
      if (holding.current.size === 0) act()
      else waiting.current = act
    },
  }
}
