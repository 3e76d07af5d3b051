/** Hints, one after the other, and at last the solution, which is played so that one sees how it is done. */

import { useRef, useState } from 'react'
import type { Prose as Blocks } from '../../content/prose.ts'
import type { Scenario } from '../../content/scenario.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Prose } from '../parts/prose.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './help.module.css'
import { UndoButtons } from './undo-buttons.tsx'

interface Props {
  readonly scenario: Scenario
  readonly step: number
  readonly hints: readonly Blocks[]
}

const pace = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 700)
const pause = () => new Promise((wake) => setTimeout(wake, pace()))

export function Help({ scenario, step, hints }: Props) {
  const say = useSay()
  const { session } = usePlayground()
  const [given, give] = useState(0)
  const [playing, setPlaying] = useState(false)
  const confirm = useRef<HTMLDialogElement>(null)
  const before = scenario.steps.slice(0, step).flatMap(({ solution }) => solution)
  const own = () => {
    const { moves, at } = session.snapshot()
    return JSON.stringify(moves.slice(0, at)) !== JSON.stringify(before)
  }

  const play = async () => {
    confirm.current?.close()
    setPlaying(true)
    if (own()) await session.replay(before)
    for (const move of scenario.steps[step]?.solution ?? []) {
      await pause()
      await session.make(move)
    }
    setPlaying(false)
  }
  return (
    <div className={styles.help}>
      <ol className={styles.hints} aria-live="polite">
        {hints.slice(0, given).map((hint, index) => (
          <li key={`${index}${hint.length}`}>
            <Prose of={hint} />
          </li>
        ))}
      </ol>
      <div className={styles.row}>
        <Button disabled={given >= hints.length || playing} onClick={() => give(given + 1)}>
          {say('lesson.hint')}
          {given > 0 && ` ${given}/${hints.length}`}
        </Button>
        <Button disabled={playing} onClick={() => (own() ? confirm.current?.showModal() : void play())}>
          {say('lesson.solution')}
        </Button>
        <UndoButtons />
      </div>
      <dialog ref={confirm} className={styles.dialog} aria-label={say('lesson.solution')}>
        <p>{say('lesson.replace')}</p>
        <div className={styles.row}>
          <Button look="primary" onClick={() => void play()}>
            {say('lesson.replace-yes')}
          </Button>
          <Button onClick={() => confirm.current?.close()}>{say('lesson.replace-no')}</Button>
        </div>
      </dialog>
    </div>
  )
}
