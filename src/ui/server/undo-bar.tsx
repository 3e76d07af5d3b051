/** Undo, redo and start over, move by move; what would be forgotten for good is asked about first. */

import { useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './undo-bar.module.css'

export function UndoBar() {
  const say = useSay()
  const { session } = usePlayground()
  const [asking, ask] = useState(false)
  const { moves, at } = useSnapshot()
  const [last, next] = [moves[at - 1], moves[at]]
  const sure = asking && moves.length > 0
  const restart = () => {
    if (sure) session.restart()
    ask(!sure)
  }
  return (
    <div className={styles.bar}>
      <IdleButton disabled={!last} onClick={session.undo}>
        {say('history.undo')}
        {last && <span className="visually-hidden"> ({say(`history.what.${last.kind}`)})</span>}
      </IdleButton>
      <IdleButton disabled={!next} onClick={session.redo}>
        {say('history.redo')}
        {next && <span className="visually-hidden"> ({say(`history.what.${next.kind}`)})</span>}
      </IdleButton>
      <IdleButton disabled={moves.length === 0} onClick={restart}>
        {say(sure ? 'history.restart-sure' : 'history.restart')}
      </IdleButton>
      {sure && <Button onClick={() => ask(false)}>{say('history.keep')}</Button>}
    </div>
  )
}
