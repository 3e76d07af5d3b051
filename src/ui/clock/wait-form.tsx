/** Moves the virtual clock by any number of seconds. */

import { type SubmitEvent, useId } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import styles from './clock-chip.module.css'

/** Ten years: further on, dates outgrow what HTTP can write. */
const LONGEST = 315_360_000

export function WaitForm({ onWait }: { onWait: (seconds: number) => void }) {
  const say = useSay()
  const id = useId()
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const seconds = Number(new FormData(event.currentTarget).get('seconds'))
    if (Number.isInteger(seconds) && seconds > 0) onWait(seconds)
  }
  return (
    <form className={styles.wait} onSubmit={submit}>
      <label htmlFor={id}>{say('clock.by')}</label>
      <input id={id} name="seconds" type="number" required min={1} max={LONGEST} step={1} defaultValue={61} />
      <span>{say('clock.seconds')}</span>
      <Button type="submit">{say('clock.move')}</Button>
    </form>
  )
}
