/** Says what became of a curl command that was pasted. */

import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { Rich } from '../parts/rich.tsx'
import styles from './notice.module.css'
import type { Command, CommandNotice as Notice } from './use-command.ts'

export function CommandNotice({ notice, command }: { notice: Notice; command: Command }) {
  const say = useSay()
  return (
    <>
      {notice.kind === 'converted' && (
        <div className={styles.notice}>
          <p className={styles.beside}>{say('request.converted')}</p>
          <Button className={styles.action} onClick={command.undo}>
            {say('request.undo')}
          </Button>
          {notice.unread.length > 0 && (
            <div className={styles.pieces}>
              {say('request.unread')}
              {notice.unread.map((piece) => (
                <code key={piece}>{piece}</code>
              ))}
            </div>
          )}
        </div>
      )}
      {notice.kind === 'pasted' && (
        <div className={styles.notice}>
          <p className={styles.beside}>
            <Rich text={say(`request.curl.${notice.because}`)} />
          </p>
          <Button className={styles.action} onClick={command.dismiss}>
            {say('parts.close')}
          </Button>
        </div>
      )}
    </>
  )
}
