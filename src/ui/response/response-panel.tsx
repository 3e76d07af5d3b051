/** The response panel: the status in a sentence, and four ways of looking at what came back. */

import { Suspense, useRef, useState } from 'react'
import type { Sent } from '../../session/play.ts'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Button } from '../parts/button.tsx'
import { Choice } from '../parts/choice.tsx'
import { Filled } from '../parts/filled.tsx'
import { Panel } from '../parts/panel.tsx'
import { useNextFrame } from '../parts/use-next-frame.ts'
import { useOpened, usePlayground, useSession } from '../playground/playground-context.tsx'
import { AnnotatedView } from './annotated-view.tsx'
import styles from './response-panel.module.css'
import { StatusLine } from './status-line.tsx'

const VIEWS = ['annotated', 'raw', 'script', 'dialog'] as const
type View = (typeof VIEWS)[number]

const LAZY = {
  raw: laterView('raw', async () => (await import('./raw-view.tsx')).RawView),
  script: laterView('script', async () => (await import('./script-view.tsx')).ScriptView),
  dialog: laterView('dialog', async () => (await import('./dialog-view.tsx')).DialogView),
} as const

const PageCard = laterView('page', async () => (await import('../way/page-card.tsx')).PageCard)
const Proof = laterView('proof', async () => (await import('../way/proof.tsx')).Proof)

export function ResponsePanel({ className = '' }: { className?: string }) {
  const say = useSay()
  const { open } = useOpened()
  const newest = useSession(({ state }) => state.sent.at(-1))
  const [view, setView] = useState<View>('annotated')
  const options = VIEWS.map((value) => ({ value, label: say(`response.view.${value}`) }))
  const choice = <Choice label={say('response.views')} options={options} value={view} onChange={setView} />
  return (
    <Panel title={say('response.title')} views={open && choice} className={className}>
      <Announcement newest={newest} />
      {open ? <Body open={open} view={view} /> : <Empty />}
    </Panel>
  )
}

/** There from the start, so that a screen reader listens to it; a new element for each exchange, so that two alike are two. */
function Announcement({ newest }: { newest: Sent | undefined }) {
  const line = newest?.exchange.response.line
  return (
    <div className="visually-hidden" role="status">
      {line && <span key={newest.move}>{`${line.status.text} ${line.reason.text}`}</span>}
    </div>
  )
}

function Empty() {
  const say = useSay()
  return (
    <div className={styles.empty}>
      <p className={styles.lead}>{say('response.empty.title')}</p>
      <p>
        <Filled template={say('response.empty.text')} />
      </p>
    </div>
  )
}

function Body({ open, view }: { open: Sent; view: View }) {
  const say = useSay()
  const { page } = open.exchange
  const { confirmation } = open
  const explained = useNextFrame<Sent | null>(open, null)
  const Lazy = view === 'annotated' ? undefined : LAZY[view]
  return (
    <>
      <Older>
        <StatusLine exchange={open.exchange} />
      </Older>
      <Broken fallback={null}>
        <Suspense>
          {page && <PageCard key={open.move} page={page} />}
          {confirmation && <Proof of={confirmation} />}
        </Suspense>
      </Broken>
      {Lazy ? (
        <Broken key={view} fallback={<p className={styles.broken}>{say('response.broken')}</p>}>
          <Suspense>
            <Lazy exchange={open.exchange} />
          </Suspense>
        </Broken>
      ) : (
        explained && <AnnotatedView open={explained} />
      )}
    </>
  )
}

/** Says so where an older exchange is open; the way back leaves the focus at the status. */
function Older({ children }: { children: React.ReactNode }) {
  const say = useSay()
  const { reopen } = usePlayground()
  const { openIndex } = useOpened()
  const status = useRef<HTMLDivElement>(null)
  const count = useSession(({ state }) => state.sent.length)
  const back = () => {
    reopen(undefined)
    status.current?.focus()
  }
  return (
    <>
      {openIndex < count - 1 && (
        <p className={styles.older}>
          {say('response.older.text', { number: openIndex + 1, count })}{' '}
          <Button className={styles.back} onClick={back}>
            {say('response.older.back')}
          </Button>
        </p>
      )}
      <div ref={status} tabIndex={-1}>
        {children}
      </div>
    </>
  )
}
