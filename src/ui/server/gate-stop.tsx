/** One gate on the track: a button that opens the questions that were asked there. */

import { useId } from 'react'
import type { Exchange } from '../../protocol/servers/decision.ts'
import { toneOf } from '../../session/sequence-tone.ts'
import { useSay } from '../language/language-context.tsx'
import { Rich } from '../parts/rich.tsx'
import { summaryOf } from './gate-words.ts'
import { Mark } from './mark.tsx'
import { StepList } from './step-list.tsx'
import styles from './track.module.css'
import type { Stop } from './track.ts'
import { useSight } from './use-sight.ts'

interface Props {
  readonly stop: Stop
  /** Absent before anything was sent. */
  readonly exchange: Exchange | undefined
  /** Whether there are gates behind the first. */
  readonly guarded: boolean
  readonly expanded: boolean
  readonly onToggle: () => void
}

export function GateStop({ stop, exchange, guarded, expanded, onToggle }: Props) {
  const say = useSay()
  const id = useId()
  const { gate, number, state, status, steps } = stop
  const sight = useSight(steps.flatMap(({ saw }) => saw))
  const tone = toneOf(status ?? 0)
  const sent = exchange !== undefined
  return (
    <li className={styles.stop}>
      <button
        type="button"
        className={styles.gate}
        data-state={state}
        aria-expanded={expanded}
        aria-controls={expanded ? id : undefined}
        onClick={onToggle}
        {...sight}
      >
        <span key={exchange?.request.source} className={styles.line} />
        <Mark state={state} tone={tone} number={number} />
        <span className={styles.text}>
          <span className={styles.title}>{say(`gates.title.${gate}`)}</span>
          <span className={styles.summary}>
            {sent && <span className="visually-hidden">{say(`gates.state.${state}`)}: </span>}
            <Rich text={summaryOf(say, stop, { sent, guarded })} />
            {state === 'failed' && (
              <b className={styles.status} data-tone={tone}>
                {' '}
                → {status}
              </b>
            )}
          </span>
        </span>
      </button>
      {expanded && <StepList id={id} stop={stop} exchange={exchange} />}
    </li>
  )
}
