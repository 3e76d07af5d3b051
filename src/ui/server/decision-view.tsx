/** Why this status: the gates as a track, up to the resource or to the gate that stopped the request. */

import { type CSSProperties, memo, Suspense, useState } from 'react'
import type { Gate } from '../../protocol/auth/scheme.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { userOf } from '../../session/compare-user.ts'
import type { Sent } from '../../session/play.ts'
import { useSay } from '../language/language-context.tsx'
import { laterView } from '../language/later-view.tsx'
import { Broken } from '../parts/broken.tsx'
import { Filled } from '../parts/filled.tsx'
import { useNextFrame } from '../parts/use-next-frame.ts'
import { useOpened, useSession } from '../playground/playground-context.tsx'
import { GateStop } from './gate-stop.tsx'
import { Goal } from './goal.tsx'
import styles from './track.module.css'
import { trackOf } from './track.ts'

const Hops = laterView('way', async () => (await import('../way/hops.tsx')).Hops)

/** What a person opened or closed; it counts for one exchange only. */
interface Chosen {
  readonly of: Sent | undefined
  readonly gate: Gate | undefined
}

/** The status comes first, then the response, then the reasons: three short pieces of work instead of a long one. */
export function DecisionView() {
  const { open } = useOpened()
  return <Decision open={useNextFrame(useNextFrame(open))} />
}

const Decision = memo(function Decision({ open }: { open: Sent | undefined }) {
  const say = useSay()
  const draft = useSession(({ state }) => state.draft)
  const [chosen, choose] = useState<Chosen>()
  const decision = open?.exchange.decision
  const stops = trackOf(decision)
  const shown = chosen && chosen.of === open ? chosen.gate : decision?.verdict.failed
  const guarded = stops.some(({ gate, steps }) => gate === 'sent' && steps.length > 0) || decision?.ahead.length !== 0
  const { path } = targetOf(open?.exchange.request ?? parseRequest(draft))
  return (
    <div className={styles.view}>
      {!open && (
        <p className={styles.empty}>
          <Filled template={say('gates.empty')} />
        </p>
      )}
      <Broken fallback={null}>
        <Suspense>{open?.exchange.hops && <Hops of={open.exchange.hops} />}</Suspense>
      </Broken>
      <ol className={styles.track} aria-label={say('gates.track')} style={{ '--gates': stops.length } as CSSProperties}>
        {stops.map((stop) => (
          <GateStop
            key={stop.gate}
            stop={stop}
            exchange={open?.exchange}
            guarded={guarded}
            expanded={stop.gate === shown}
            onToggle={() => choose({ of: open, gate: stop.gate === shown ? undefined : stop.gate })}
          />
        ))}
        <Goal path={path} verdict={decision?.verdict} user={open && userOf(open.exchange)} />
      </ol>
    </div>
  )
})
