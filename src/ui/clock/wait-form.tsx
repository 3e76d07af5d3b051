/** Moves the virtual clock by any number of seconds. */

import { useId, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './clock-controls.module.css'

/** Ten years: further on, dates outgrow what HTTP can write. */
const LONGEST = 315_360_000

export function WaitForm({ onWait }: { onWait: (seconds: number) => void }) {
  const say = useSay()
  const id = useId()
  const [typed, setTyped] = useState('61')
  const seconds = Number(typed)
  const possible = Number.isInteger(seconds) && seconds > 0 && seconds <= LONGEST
  const move = () => possible && onWait(seconds)
  // No form: a sandboxed frame may not submit one.
  return (
    <div className={styles.wait}>
      <label htmlFor={id}>{say('clock.by')}</label>
      <input
        id={id}
        type="number"
        min={1}
        max={LONGEST}
        step={1}
        value={typed}
        aria-invalid={!possible}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => event.key === 'Enter' && move()}
      />
      <span>{say('clock.seconds')}</span>
      <Button disabled={!possible} onClick={move}>
        {say('clock.move')}
      </Button>
    </div>
  )
}
