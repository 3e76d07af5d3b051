/** The virtual clock in the page's head: what it says, and the ways to move it on. */

import { Suspense } from 'react'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { usePopover } from '../parts/use-popover.ts'
import { useSession } from '../playground/playground-context.tsx'
import styles from './clock-chip.module.css'
import { sayInstant } from './instant.ts'

const ClockControls = laterView('clock', async () => (await import('./clock-controls.tsx')).ClockControls)

export function ClockChip() {
  const say = useSay()
  const { button, popover, open } = usePopover()
  const clock = useSession(({ state }) => state.world.clock)
  const time = <time dateTime={new Date(clock).toISOString()}>{sayInstant(clock, say)}</time>
  return (
    <>
      <button type="button" className={styles.chip} {...button}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.5" />
          <path d="M8 4v4.2l2.8 1.6" />
        </svg>
        <span className="visually-hidden">{say('clock.label')} </span>
        {time}
      </button>
      <div className={styles.popover} {...popover}>
        <Broken fallback={null}>
          <Suspense>{open && <ClockControls time={time} />}</Suspense>
        </Broken>
      </div>
    </>
  )
}
