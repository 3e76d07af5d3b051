/** One move back, one move on. */

import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import styles from './undo-buttons.module.css'

export function UndoButtons() {
  const say = useSay()
  const { session, snapshot } = usePlayground()
  const { at, moves, busy } = snapshot
  return (
    <div className={styles.pair}>
      <Button
        disabled={busy || at === 0}
        title={say('lesson.undo')}
        aria-label={say('lesson.undo')}
        onClick={session.undo}
      >
        ↶
      </Button>
      <Button
        disabled={busy || at === moves.length}
        title={say('lesson.redo')}
        aria-label={say('lesson.redo')}
        onClick={session.redo}
      >
        ↷
      </Button>
    </div>
  )
}
