/** One move back, one move on. */

import { useSay } from '../language/language-context.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './undo-buttons.module.css'

export function UndoButtons() {
  const say = useSay()
  const { session } = usePlayground()
  const { at, moves } = useSnapshot()
  return (
    <div className={styles.pair}>
      <IdleButton disabled={at === 0} title={say('lesson.undo')} aria-label={say('lesson.undo')} onClick={session.undo}>
        ↶
      </IdleButton>
      <IdleButton
        disabled={at === moves.length}
        title={say('lesson.redo')}
        aria-label={say('lesson.redo')}
        onClick={session.redo}
      >
        ↷
      </IdleButton>
    </div>
  )
}
