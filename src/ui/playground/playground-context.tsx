/** The session as the panels see it: what is drawn, what can be done, which exchange is open. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Scenario } from '../../content/scenario.ts'
import type { Via } from '../../session/courier.ts'
import type { Sent } from '../../session/play.ts'
import type { Session, Snapshot } from '../../session/session.ts'

export interface Playground {
  readonly session: Session
  readonly snapshot: Snapshot
  /** Undefined until it is known who carries. */
  readonly via: Via | undefined
  /** Absent in the Lab. */
  readonly scenario?: { readonly id: string; readonly scenario: Scenario }
  readonly embedded: boolean
  /** The exchange that the panels show: the newest, or an older one that was reopened. */
  readonly open?: Sent
  /** Its place among all, from 0. */
  readonly openIndex: number
  /** Reopens an exchange; undefined returns to the newest. */
  reopen(index: number | undefined): void
  /** Sends the draft; focus stays, the response panel announces what came. */
  send(): Promise<void>
}

const Context = createContext<Playground | undefined>(undefined)

interface Props {
  readonly session: Session
  /** Undefined until it is known who carries. */
  readonly via: Via | undefined
  readonly scenario?: Playground['scenario']
  readonly embedded: boolean
  readonly children: ReactNode
}

export function PlaygroundProvider({ session, via, scenario, embedded, children }: Props) {
  const snapshot = useSyncExternalStore(session.subscribe, session.snapshot)
  const [reopened, setReopened] = useState<number>()
  // Once somebody can see the page: fetching holds up the first screen.
  useEffect(() => session.getReady(), [session])
  const playground = useMemo((): Playground => {
    const { sent } = snapshot.state
    const openIndex = reopened !== undefined && reopened < sent.length ? reopened : sent.length - 1
    const send = async () => {
      setReopened(undefined)
      await session.make({ kind: 'send' })
    }
    return { session, snapshot, via, scenario, embedded, open: sent[openIndex], openIndex, reopen: setReopened, send }
  }, [session, snapshot, via, scenario, embedded, reopened])
  return <Context value={playground}>{children}</Context>
}

/** Whether a move is under way. Apart from the rest, so that only those who ask are drawn anew when one begins. */
export function useBusy(): boolean {
  const { session } = usePlayground()
  return useSyncExternalStore(session.subscribe, session.busy)
}

export function usePlayground(): Playground {
  const playground = useContext(Context)
  if (!playground) throw new Error('Outside of PlaygroundProvider')
  return playground
}
