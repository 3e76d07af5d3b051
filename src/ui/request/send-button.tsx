/** The button that sends. While a move is under way it says so, and neither moves nor loses the focus. */

import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { useBusy } from '../playground/playground-context.tsx'
import styles from './send-button.module.css'

export function SendButton({ onSend }: { onSend: () => void }) {
  const say = useSay()
  const busy = useBusy()
  return (
    <Button
      look="primary"
      onClick={onSend}
      className={styles.send}
      aria-disabled={busy || undefined}
      aria-busy={busy || undefined}
      aria-keyshortcuts="Control+Enter Meta+Enter"
    >
      {say('request.send')}
      <span className={busy ? styles.busy : styles.sign} aria-hidden="true" />
    </Button>
  )
}
