/** The request panel: one text, written in one of four views, and sent. */

import { type KeyboardEvent, Suspense, useMemo, useState } from 'react'
import type { FieldDraft } from '../../protocol/http/message.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { restsOnConnection } from '../../session/connection.ts'
import { AnswerBlock } from '../answer/answer-block.tsx'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Choice } from '../parts/choice.tsx'
import { Panel } from '../parts/panel.tsx'
import { useNextFrame } from '../parts/use-next-frame.ts'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import { RawView } from './raw-view.tsx'
import styles from './request-panel.module.css'
import { UrlBar } from './url-bar.tsx'
import { useCommand } from './use-command.ts'
import { useDraft } from './use-draft.ts'
import { useRichEditor } from './use-rich-editor.ts'

const VIEWS = ['raw', 'form', 'curl', 'fetch'] as const

const FormView = laterView('form', async () => (await import('./form-view.tsx')).FormView)
const CurlView = laterView('code', async () => (await import('./code-views.tsx')).CurlView)
const ExamplePicker = laterView('', async () => (await import('../lab/example-picker.tsx')).ExamplePicker)
const CommandNotice = laterView('', async () => (await import('./command-notice.tsx')).CommandNotice)
const UnknownHost = laterView('', async () => (await import('./unknown-host.tsx')).UnknownHost)
const ConnectionBar = laterView('connection', async () => (await import('../way/connection-bar.tsx')).ConnectionBar)
const FetchView = laterView('code', async () => (await import('./code-views.tsx')).FetchView)

export function RequestPanel({ className }: { className?: string }) {
  const say = useSay()
  const playground = usePlayground()
  const refused = useSession(({ state }) => state.refused)
  const unknown = refused?.kind === 'unknown-host' ? refused : undefined
  const draft = useDraft()
  const command = useCommand(draft)
  const rich = useRichEditor(playground.embedded)
  const [view, setView] = useState<(typeof VIEWS)[number]>('raw')
  const [blank, setBlank] = useState<FieldDraft>()
  const request = useMemo(() => parseRequest(draft.source), [draft.source])
  const connected = useSession(({ state: { world } }) => restsOnConnection(world, request))
  // A first status is shown before the way to answer it.
  const begun = useNextFrame(useSession(({ state }) => state.sent.length > 0))
  const send = () => {
    if (!playground.session.busy()) void playground.send()
  }
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    // Before the rich editor hears of it: it would open a line.
    event.preventDefault()
    event.stopPropagation()
    send()
  }
  const views = (
    <>
      {playground.scenario === undefined && !playground.embedded && (
        <Suspense>
          <ExamplePicker />
        </Suspense>
      )}
      <Choice
        label={say('request.views')}
        options={VIEWS.map((value) => ({ value, label: say(`request.${value}`) }))}
        value={view}
        onChange={setView}
      />
    </>
  )
  return (
    <div className={styles.keys} onKeyDownCapture={sendByKey}>
      <Panel title={say('request.title')} views={views} className={className}>
        <UrlBar request={request} write={draft.write} takeCommand={command.take} onSend={send} />
        {/* The region stands there before it is needed, so that screen readers hear what comes into it. */}
        <div role="status">
          {refused?.kind === 'not-loaded' && <p className={styles.failed}>{say('request.not-loaded')}</p>}
          <Broken fallback={null}>
            <Suspense>
              {command.notice && <CommandNotice notice={command.notice} command={command} />}
              {unknown && <UnknownHost host={unknown.host} request={request} write={draft.write} />}
            </Suspense>
          </Broken>
        </div>
        {view === 'raw' && <RawView draft={draft} rich={rich} takeCommand={command.take} />}
        <Broken key={view} fallback={<p className={styles.failed}>{say('request.view-failed')}</p>}>
          <Suspense fallback={<div className={styles.waiting} />}>
            {view === 'form' && <FormView request={request} write={draft.write} blank={blank} setBlank={setBlank} />}
            {view === 'curl' && <CurlView request={request} />}
            {view === 'fetch' && <FetchView request={request} />}
          </Suspense>
        </Broken>
        {connected && (
          <Broken fallback={null}>
            <Suspense>
              <ConnectionBar />
            </Suspense>
          </Broken>
        )}
        {begun && <AnswerBlock />}
      </Panel>
    </div>
  )
}
