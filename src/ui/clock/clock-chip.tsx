/** The virtual clock in the page's head: what it says, and the ways to move it on. */

import { Suspense, useId, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { useSession } from '../playground/playground-context.tsx'
import styles from './clock-chip.module.css'
import { sayInstant } from './instant.ts'

const ClockControls = laterView('clock', async () => (await import('./clock-controls.tsx')).ClockControls)

export function ClockChip() {
  const say = useSay()
  const id = useId()
  const [open, setOpen] = useState(false)
  const clock = useSession(({ state }) => state.world.clock)
  const time = <time dateTime={new Date(clock).toISOString()}>{sayInstant(clock, say)}</time>
  return (
    <>
      <button type="button" className={styles.chip} popoverTarget={id}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 4v4.2l2.8 1.6" />
        </svg>
        <span className="visually-hidden">{say('clock.label')} </span>
        {time}
      </button>
      <div
        id={id}
        popover="auto"
        className={styles.popover}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        <Broken fallback={null}>
          <Suspense>{open && <ClockControls time={time} />}</Suspense>
        </Broken>
      </div>
    </>
  )
}
