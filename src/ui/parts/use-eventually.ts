/** What a promise gives, without suspending: React would hold back for 300 ms even what is there after one. */

import { useEffect, useState } from 'react'

/**
 * Undefined until the first promise is kept; then what the last one that was kept gave. One that is broken breaks the part.
 *
 * @param ask Asked anew whenever it is another function.
 */
export function useEventually<Value>(ask: () => Promise<Value>): Value | undefined {
  const [kept, keep] = useState<Value>()
  useEffect(() => {
    let wanted = true
    const settle = (next: () => Value) => wanted && keep(next)
    ask().then(
      (value) => settle(() => value),
      (error: unknown) =>
        settle(() => {
          throw error
        }),
    )
    return () => {
      wanted = false
    }
  }, [ask])
  return kept
}
