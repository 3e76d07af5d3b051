/** One exchange of a recording: what it most likely is, its messages as anywhere else, what the linter says, and what it can't. */

import { Suspense, useMemo, useState } from 'react'
import { annotate, answeringScheme } from '../../insight/annotate.ts'
import type { Examined } from '../../insight/examine.ts'
import { unveiled, veiled as veil } from '../../insight/veil.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { Annotated } from '../annotated/annotated.tsx'
import { Findings } from '../annotated/findings.tsx'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Choice } from '../parts/choice.tsx'
import { Panel } from '../parts/panel.tsx'
import { Diagnoses } from './diagnoses.tsx'
import styles from './inspect-room.module.css'
import { NotJudged } from './not-judged.tsx'

const VIEWS = ['annotated', 'raw', 'script', 'dialog'] as const
type View = (typeof VIEWS)[number]

const LAZY = {
  raw: laterView('raw', async () => (await import('../response/raw-view.tsx')).RawView),
  script: laterView('script', async () => (await import('../response/script-view.tsx')).ScriptView),
  dialog: laterView('dialog', async () => (await import('../response/dialog-view.tsx')).DialogView),
} as const

export function ExchangeView({ examined, veiled }: { examined: Examined; veiled: boolean }) {
  const say = useSay()
  const { request, response, findings } = useMemo(
    () => (veiled ? veil(examined) : unveiled(examined)),
    [examined, veiled],
  )
  const { at } = examined.recorded
  return (
    <>
      <Diagnoses of={examined} />
      {request && (
        <Panel title={say('inspect.request')}>
          <Half message={request} now={at} />
        </Panel>
      )}
      {response &&
        (request ? (
          <Response request={request} response={response} now={at} />
        ) : (
          <Panel title={say('inspect.response')}>
            <Half message={response} now={at} />
          </Panel>
        ))}
      <Panel title={say('inspect.findings')}>
        <div className={styles.findings}>
          {findings.length === 0 && (
            <p className={styles.clean}>{say(examined.skipped ? 'inspect.skipped' : 'inspect.clean')}</p>
          )}
          <Findings findings={findings} request={request} response={response} />
          <NotJudged of={examined.unjudged} />
        </div>
      </Panel>
    </>
  )
}

function Half({ message, answering, now }: { message: HttpMessage; answering?: string; now?: number }) {
  const notes = useMemo(() => annotate(message, answering), [message, answering])
  return (
    <div className={styles.half}>
      <Annotated message={message} notes={notes} now={now} />
    </div>
  )
}

interface ResponseProps {
  readonly request: NonNullable<Examined['recorded']['request']>
  readonly response: NonNullable<Examined['recorded']['response']>
  readonly now?: number
}

/** With the request that it answers, a response can be looked at in all ways. */
function Response({ request, response, now }: ResponseProps) {
  const say = useSay()
  const [view, setView] = useState<View>('annotated')
  const options = VIEWS.map((value) => ({ value, label: say(`response.view.${value}`) }))
  const Lazy = view === 'annotated' ? undefined : LAZY[view]
  const exchange = useMemo(() => ({ request, response }), [request, response])
  return (
    <Panel
      title={say('inspect.response')}
      views={<Choice label={say('response.views')} options={options} value={view} onChange={setView} />}
    >
      {Lazy ? (
        <Broken key={view} fallback={<p className={styles.clean}>{say('response.broken')}</p>}>
          <Suspense>
            <Lazy exchange={exchange} />
          </Suspense>
        </Broken>
      ) : (
        <Half message={response} answering={answeringScheme(request)} now={now} />
      )}
    </Panel>
  )
}
