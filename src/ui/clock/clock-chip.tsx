/** The virtual clock in the page's head: what it says, and the ways to move it on. */

import { useId } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Filled } from '../parts/filled.tsx'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import styles from './clock-chip.module.css'
import { sayInstant } from './instant.ts'
import { WaitForm } from './wait-form.tsx'

/** Seconds; word keys are `clock.plus-<seconds>`. */
const STEPS = [30, 300, 3600, 86_400]

export function ClockChip() {
  const say = useSay()
  const { session } = usePlayground()
  const id = useId()
  const clock = useSession(({ state }) => state.world.clock)
  const seed = useSession(({ state }) => state.world.seed)
  const wait = (seconds: number) => void session.make({ kind: 'wait', seconds })
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
      <div id={id} popover="auto" className={styles.popover}>
        <p className={styles.title}>{say('clock.title')}</p>
        <p className={styles.now} role="status">
          {time}
        </p>
        <p>{say('clock.why')}</p>
        <fieldset className={styles.steps}>
          <legend>{say('clock.later')}</legend>
          {STEPS.map((seconds) => (
            <Button key={seconds} onClick={() => wait(seconds)}>
              {say(`clock.plus-${seconds}`)}
            </Button>
          ))}
        </fieldset>
        <WaitForm onWait={wait} />
        <p className={styles.seed}>
          <Filled template={say('clock.seed')} slots={{ seed }} />
        </p>
      </div>
    </>
  )
}
