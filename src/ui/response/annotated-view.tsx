/** The response part by part, what the linter found, and folded below it the request that it answers. */

import { Suspense, use, useDeferredValue, useMemo } from 'react'
import { annotate, answeringScheme } from '../../insight/annotate.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { findingsOf } from '../../session/findings.ts'
import type { Sent } from '../../session/play.ts'
import { Annotated, prefixOf } from '../annotated/annotated.tsx'
import { laterView, useSay } from '../language/language-context.tsx'
import { leisure } from '../leisure.ts'
import { Broken } from '../parts/broken.tsx'
import { usePlayground, useSnapshot } from '../playground/playground-context.tsx'
import { useFragment } from '../rooms/address.ts'
import { partOf } from '../rooms/route.ts'
import styles from './annotated-view.module.css'

const Findings = laterView('finding', async () => (await import('../annotated/findings.tsx')).Findings)

export function AnnotatedView({ open }: { open: Sent }) {
  const say = useSay()
  const { session } = usePlayground()
  const snapshot = useSnapshot()
  const { request, response } = open.exchange
  const { draft, world } = snapshot.state
  const notes = useMemo(() => annotate(response, answeringScheme(request)), [request, response])
  return (
    <div className={styles.view}>
      <Annotated message={response} notes={notes} now={world.clock} />
      <Broken fallback={<p className={styles.lead}>{say('response.no-findings')}</p>}>
        <Suspense>
          <Found of={open} draft={draft} onWrite={session.write} />
        </Suspense>
      </Broken>
      <SentMessage request={request} now={world.clock} />
    </div>
  )
}

/** The linter comes when it is first needed, and after the response is shown. */
function Found({ of, draft, onWrite }: { of: Sent; draft: string; onWrite: (text: string) => void }) {
  const { sent } = useSnapshot().state
  const shown = useDeferredValue(of, undefined)
  if (!shown) return null
  const { request, response } = shown.exchange
  const before = sent.slice(0, sent.indexOf(shown)).map(({ exchange }) => exchange)
  const findings = use(findingsOf(shown.exchange, before, leisure))
  return <Findings findings={findings} request={request} response={response} draft={draft} onWrite={onWrite} />
}

/** Open from the start where the address asks for one of its parts. */
function SentMessage({ request, now }: { request: HttpMessage; now: number }) {
  const say = useSay()
  const asked = partOf(useFragment())?.startsWith(prefixOf(request)) ?? false
  const notes = useMemo(() => annotate(request), [request])
  return (
    <details className={styles.sent} open={asked}>
      <summary>{say('response.sent')}</summary>
      <p className={styles.lead}>{say('response.sent.lead')}</p>
      <Annotated message={request} notes={notes} now={now} />
    </details>
  )
}
