/** The response part by part, what the linter found, and folded below it the request that it answers. */

import { memo, Suspense, useCallback, useMemo, useState } from 'react'
import { annotate, answeringScheme } from '../../insight/annotate.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { findingsOf } from '../../session/findings.ts'
import type { Sent } from '../../session/play.ts'
import { Annotated, prefixOf } from '../annotated/annotated.tsx'
import { useLanguage, useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { breath, leisure } from '../leisure.ts'
import { Broken } from '../parts/broken.tsx'
import { useEventually } from '../parts/use-eventually.ts'
import { usePlayground, useSession } from '../playground/playground-context.tsx'
import { useFragment } from '../rooms/address.ts'
import { partOf } from '../rooms/route.ts'
import styles from './annotated-view.module.css'

const Findings = laterView('finding', async () => (await import('../annotated/findings.tsx')).Findings)

export const AnnotatedView = memo(function AnnotatedView({ open }: { open: Sent }) {
  const say = useSay()
  const now = useSession(({ state }) => state.world.clock)
  const { request, response } = open.exchange
  const notes = useMemo(() => annotate(response, answeringScheme(request)), [request, response])
  return (
    <div className={styles.view}>
      <Annotated message={response} notes={notes} now={now} />
      <Broken fallback={<p className={styles.lead}>{say('response.no-findings')}</p>}>
        <Suspense>
          <Found of={open} />
        </Suspense>
      </Broken>
      <SentMessage request={request} now={now} />
    </div>
  )
})

/** The linter comes when it is first needed, and after the response is shown. */
function Found({ of }: { of: Sent }) {
  const { session } = usePlayground()
  const { language } = useLanguage()
  const draft = useSession(({ state }) => state.draft)
  const found = useEventually(
    useCallback(async () => {
      const { sent } = session.snapshot().state
      const before = sent.slice(0, sent.indexOf(of)).map(({ exchange }) => exchange)
      const coming = [findingsOf(of.exchange, before, { leisure, breath }), Findings.fetch(), language.rules()] as const
      const [findings] = await Promise.all(coming)
      return { exchange: of.exchange, findings }
    }, [of, session, language]),
  )
  return found && <Findings {...found.exchange} findings={found.findings} draft={draft} onWrite={session.write} />
}

/** Open from the start where the address asks for one of its parts; drawn only where somebody wants to see it. */
function SentMessage({ request, now }: { request: HttpMessage; now: number }) {
  const say = useSay()
  const asked = partOf(useFragment())?.startsWith(prefixOf(request)) ?? false
  const [wanted, want] = useState(false)
  return (
    <details className={styles.sent} open={asked} onToggle={({ newState }) => want(newState === 'open')}>
      <summary>{say('response.sent')}</summary>
      {(asked || wanted) && <Explained request={request} now={now} />}
    </details>
  )
}

function Explained({ request, now }: { request: HttpMessage; now: number }) {
  const say = useSay()
  const notes = useMemo(() => annotate(request), [request])
  return (
    <>
      <p className={styles.lead}>{say('response.sent.lead')}</p>
      <Annotated message={request} notes={notes} now={now} />
    </>
  )
}
