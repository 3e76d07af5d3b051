/** The room in which anything can be pasted or dropped: it is read, judged, and explained. Nothing is sent, nothing is kept. */

import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { createInspection, type Inspection } from '../../session/inspection.ts'
import { useSay } from '../language/language-context.tsx'
import { Panel } from '../parts/panel.tsx'
import { ExchangeList, tells } from './exchange-list.tsx'
import { ExchangeView } from './exchange-view.tsx'
import styles from './inspect-room.module.css'
import { PastePanel } from './paste-panel.tsx'
import { ReportBar } from './report-bar.tsx'
import { linkedText } from './report-link.ts'

/** One for the life of the page: who goes to another room and comes back finds it as it was. */
const inspection = createInspection()

export function InspectRoom({ payload }: { payload?: string }) {
  const say = useSay()
  const { snapshot, subscribe, paste } = inspection
  const state = useSyncExternalStore(subscribe, snapshot)
  const [chosen, setOpen] = useState<number>()
  const [veiled, setVeiled] = useState(true)
  useLink(payload, inspection)
  const { examined, count } = state
  // Until somebody chooses, the first that there is something to say about.
  const open = chosen ?? Math.max(0, examined.findIndex(tells))
  const shown = examined[open] ?? examined[0]
  const begin = (text: string) => {
    setOpen(undefined)
    setVeiled(true)
    paste(text)
  }
  return (
    <main className={styles.room}>
      <h1 className="visually-hidden">{say('inspect.title')}</h1>
      <Panel title={say('inspect.title')}>
        <PastePanel inspection={inspection} state={state} veiled={veiled} onPaste={begin} onVeil={setVeiled} />
      </Panel>
      {count > 1 && (
        <Panel title={say('inspect.list')}>
          <ExchangeList state={state} open={open} onOpen={setOpen} />
        </Panel>
      )}
      {/* Its words may have to be fetched: what is being written above must not go away meanwhile. */}
      <Suspense>
        {shown && (
          <>
            <ExchangeView key={open} examined={shown} veiled={veiled} />
            <ReportBar examined={examined} shown={shown} />
          </>
        )}
      </Suspense>
    </main>
  )
}

/** A text that came in a link is read once. */
function useLink(payload: string | undefined, { paste }: Inspection): void {
  useEffect(() => {
    if (payload) void linkedText(payload).then((text) => text !== undefined && paste(text))
  }, [payload, paste])
}
