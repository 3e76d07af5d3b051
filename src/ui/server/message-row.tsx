/** A message in the sequence diagram: its arrow, and its label as a button that opens the exchange. */

import type { CSSProperties } from 'react'
import type { Happening } from '../../session/sequence.ts'
import { useSay } from '../language/language-context.tsx'
import { useOpened, usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import styles from './sequence.module.css'

interface Props {
  readonly message: Extract<Happening, { exchange: number }>
  readonly host: string
}

export function MessageRow({ message, host }: Props) {
  const say = useSay()
  const { reopen } = usePlayground()
  const { openIndex } = useOpened()
  const snapshot = useSnapshot()
  const { kind, exchange, from, to, label, tone } = message
  const place = { '--from': Math.min(from, to), '--across': Math.abs(to - from) } as CSSProperties
  return (
    <li>
      <button
        type="button"
        className={styles.message}
        data-kind={kind}
        data-tone={tone}
        aria-current={exchange === openIndex}
        style={place}
        onClick={() => reopen(exchange === snapshot.state.sent.length - 1 ? undefined : exchange)}
      >
        <span className={styles.who}>{say(`sequence.${kind}`, { number: exchange + 1, host })} </span>
        <span className={styles.label}>{label}</span>
        <svg className={styles.arrow} aria-hidden="true">
          <line x1="0" x2="100%" y1="6" y2="6" />
          <svg x={kind === 'request' ? '100%' : '0'} overflow="visible" aria-hidden="true">
            <path d={kind === 'request' ? 'M-9 1 0 6-9 11' : 'M9 1 0 6 9 11'} />
          </svg>
        </svg>
      </button>
    </li>
  )
}
