/** The inside of the server: why it decided so, who said what in which order, and all that was sent. */

import { Suspense, useState } from 'react'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Choice } from '../parts/choice.tsx'
import { Panel } from '../parts/panel.tsx'
import { usePlayground } from '../playground/playground-context.tsx'
import { DecisionView } from './decision-view.tsx'
import styles from './server-panel.module.css'

const SequenceView = laterView('sequence', async () => (await import('./sequence-view.tsx')).SequenceView)
const HistoryView = laterView('history', async () => (await import('./history-view.tsx')).HistoryView)
const ServerSeat = laterView('seat', async () => (await import('../lab/server-seat.tsx')).ServerSeat)

const VIEWS = ['decision', 'sequence', 'history', 'seat'] as const
const SHOWN = { decision: DecisionView, sequence: SequenceView, history: HistoryView, seat: ServerSeat }

export function ServerPanel({ className }: { className?: string }) {
  const say = useSay()
  const [view, choose] = useState<(typeof VIEWS)[number]>('decision')
  const Shown = SHOWN[view]
  // A lesson's servers stay as they are.
  const views = usePlayground().scenario ? VIEWS.slice(0, -1) : VIEWS
  const options = views.map((value) => ({ value, label: say(`server-panel.${value}`) }))
  return (
    <Panel
      title={say('server-panel.title')}
      className={className}
      views={<Choice label={say('server-panel.views')} options={options} value={view} onChange={choose} />}
    >
      <Broken key={view} fallback={<p className={styles.loading}>{say('request.view-failed')}</p>}>
        <Suspense fallback={<p className={styles.loading}>{say('server-panel.loading')}</p>}>
          <Shown />
        </Suspense>
      </Broken>
    </Panel>
  )
}
