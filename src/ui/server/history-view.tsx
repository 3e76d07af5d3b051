/** All that was sent, the newest first: to be opened again, sent again, and compared. */

import { useId, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { useSnapshot } from '../playground/playground-context.tsx'
import { Comparison, type Pair } from './comparison.tsx'
import styles from './history.module.css'
import { HistoryRow } from './history-row.tsx'
import { UndoBar } from './undo-bar.tsx'

/** What is compared, and the place of the row that asked for it. */
interface Asked extends Pair {
  readonly by: number
}

export function HistoryView() {
  const say = useSay()
  const id = useId()
  const { sent } = useSnapshot().state
  const [asked, ask] = useState<Asked>()
  const pair = asked && Math.max(asked.one, asked.other, asked.by) < sent.length ? asked : undefined
  const toggle = (by: number) => ask(pair?.by === by ? undefined : { one: by - 1, other: by, by })
  return (
    <div className={styles.view}>
      <UndoBar />
      {sent.length === 0 ? (
        <p className={styles.empty}>{say('history.empty')}</p>
      ) : (
        <ol className={styles.list} aria-label={say('history.title')}>
          {sent
            .map((each, index) => (
              <HistoryRow
                key={each.move}
                sent={each}
                index={index}
                compared={pair?.by === index ? id : undefined}
                onCompare={() => toggle(index)}
              />
            ))
            .reverse()}
        </ol>
      )}
      {pair && <Comparison id={id} pair={pair} onChange={(changed) => ask({ ...changed, by: pair.by })} />}
    </div>
  )
}
