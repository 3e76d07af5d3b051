/** What stands behind the virtual clock: why it stands still, and the ways to move it on. */

import type { ReactNode } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Filled } from '../parts/filled.tsx'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import styles from './clock-controls.module.css'
import { WaitForm } from './wait-form.tsx'

/** Seconds; word keys are `clock.plus-<seconds>`. */
const STEPS = [30, 300, 3600, 86_400]

export function ClockControls({ time }: { time: ReactNode }) {
  const say = useSay()
  const { session } = usePlayground()
  const seed = useSession(({ state }) => state.world.seed)
  const wait = (seconds: number) => void session.make({ kind: 'wait', seconds })
  return (
    <>
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
    </>
  )
}
