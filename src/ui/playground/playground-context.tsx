/**
 * The session as the panels see it: what stays, what of it is drawn, which exchange is open. Each panel asks for what it
 * draws, so that a move draws anew only what it changed.
 */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Scenario } from '../../content/scenario.ts'
import type { Via } from '../../session/courier.ts'
import type { Sent } from '../../session/play.ts'
import type { Session, Snapshot } from '../../session/session.ts'

/** What stays while a session is played. */
export interface Playground {
  readonly session: Session
  /** Undefined until it is known who carries. */
  readonly via: Via | undefined
  /** Absent in the Lab. */
  readonly scenario?: { readonly id: string; readonly scenario: Scenario }
  readonly embedded: boolean
  /** Reopens an exchange; undefined returns to the newest. */
  reopen(index: number | undefined): void
  /** Sends the draft; focus stays, the response panel announces what came. */
  send(): Promise<void>
}

/** The exchange that the panels show: the newest, or an older one that was reopened. */
interface Opened {
  readonly open?: Sent
  /** Its place among all, from 0. */
  readonly openIndex: number
}

const Stays = createContext<Playground | undefined>(undefined)
const Reopened = createContext<number | undefined>(undefined)

interface Props {
  readonly session: Session
  /** Undefined until it is known who carries. */
  readonly via: Via | undefined
  readonly scenario?: Playground['scenario']
  readonly embedded: boolean
  readonly children: ReactNode
}

export function PlaygroundProvider({ session, via, scenario, embedded, children }: Props) {
  const [reopened, reopen] = useState<number>()
  // Once somebody can see the page: fetching holds up the first screen.
  useEffect(() => session.getReady(), [session])
  const { id, scenario: content } = scenario ?? {}
  const playground = useMemo((): Playground => {
    const send = () => {
      reopen(undefined)
      return session.make({ kind: 'send' })
    }
    return { session, via, scenario: id && content ? { id, scenario: content } : undefined, embedded, reopen, send }
  }, [session, via, id, content, embedded])
  return (
    <Stays value={playground}>
      <Reopened value={reopened}>{children}</Reopened>
    </Stays>
  )
}

export function usePlayground(): Playground {
  const playground = useContext(Stays)
  if (!playground) throw new Error('Outside of PlaygroundProvider')
  return playground
}

/** What `select` takes of the session; drawn anew when that is another value. */
export function useSession<Selected>(select: (snapshot: Snapshot) => Selected): Selected {
  const { session } = usePlayground()
  return useSyncExternalStore(session.subscribe, () => select(session.snapshot()))
}

const all = (snapshot: Snapshot) => snapshot

/** All of the session; drawn anew with each move. */
export const useSnapshot = (): Snapshot => useSession(all)

const sentOf = ({ state }: Snapshot) => state.sent

export function useOpened(): Opened {
  const reopened = useContext(Reopened)
  const sent = useSession(sentOf)
  const openIndex = reopened !== undefined && reopened < sent.length ? reopened : sent.length - 1
  return { open: sent[openIndex], openIndex }
}

/** Whether a move is under way. */
export function useBusy(): boolean {
  const { session } = usePlayground()
  return useSyncExternalStore(session.subscribe, session.busy)
}
