/** One exchange in the history. */

import { userOf } from '../../session/compare-user.ts'
import type { Sent } from '../../session/play.ts'
import { toneOf } from '../../session/sequence-tone.ts'
import { sayTime } from '../clock/instant.ts'
import { useSay } from '../language/language-context.tsx'
import { Button } from '../parts/button.tsx'
import { IdleButton } from '../playground/idle-button.tsx'
import { useOpened, usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './history.module.css'

interface Props {
  readonly sent: Sent
  readonly index: number
  /** Id of the comparison that this row asked for, while it is there. */
  readonly compared: string | undefined
  readonly onCompare: () => void
}

export function HistoryRow({ sent: { exchange, via }, index, compared, onCompare }: Props) {
  const say = useSay()
  const { session, reopen, send } = usePlayground()
  const snapshot = useSnapshot()
  const { openIndex } = useOpened()
  const { request, response, at } = exchange
  const number = index + 1
  const user = userOf(exchange)
  const again = () => {
    // A move of its own: it must not join with what was typed before, which undo brings back.
    if (snapshot.state.draft !== request.source) void session.make({ kind: 'write', text: request.source })
    void send()
  }
  const open = () => reopen(number === snapshot.state.sent.length ? undefined : index)
  return (
    <li className={styles.row} data-open={index === openIndex}>
      <button type="button" className={styles.open} aria-current={index === openIndex} onClick={open}>
        <span className="visually-hidden">{say('history.number', { number })}</span>
        <span className={styles.number} aria-hidden="true">
          {number}
        </span>
        <span className={styles.request}>
          {request.line.method.text} {request.line.target.text}
        </span>
        <span className={styles.status} data-tone={toneOf(response.line.code)}>
          {response.line.status.text} {response.line.reason.text}
        </span>
      </button>
      <span className={styles.facts}>
        <span>{user ? say('history.as-user', { user }) : say('history.nobody')}</span>
        <span>{sayTime(at)}</span>
        <span>{say(`history.via.${via.kind}`)}</span>
      </span>
      <span className={styles.actions}>
        <IdleButton onClick={again}>
          {say('history.again')}
          <span className="visually-hidden"> ({say('history.again-what', { number })})</span>
        </IdleButton>
        {index > 0 && (
          <Button aria-expanded={compared !== undefined} aria-controls={compared} onClick={onCompare}>
            {say('history.compare')}
            <span className="visually-hidden"> ({say('history.compare-what', { number })})</span>
          </Button>
        )}
      </span>
    </li>
  )
}
