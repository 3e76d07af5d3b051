/** What an address opens: a scenario or the Lab, perhaps with moves to replay, perhaps with a reason why not. */

import type { Move } from '../../content/move.ts'
import { once } from '../../content/once.ts'
import { scenarioIds } from '../../content/scenarios/index.ts'
import type { Asked } from './address.ts'
import type { Route } from './route.ts'

const [FIRST = ''] = scenarioIds

export interface Opened {
  /** Tells sessions apart. */
  readonly key: string
  /** Absent: the Lab. */
  readonly id?: string
  /** From a shared link. */
  readonly moves?: readonly Move[]
  /** Word key below `shell.refused.`: why the link was not followed. */
  readonly refused?: string
}

/** The address is untrusted: what it asks for and doesn't exist becomes the first scenario, with a reason. */
export function opened(route: Exclude<Route, { room: 'shared' }>, asked: Asked): Opened {
  if (route.room !== 'scenarios') return { key: 'lab' }
  const wanted = route.scenario ?? asked.scenario
  if (wanted === undefined && asked.request !== undefined) return { key: 'lab' }
  return scenario(wanted ?? FIRST)
}

/** A shared link, checked by code that only shared links need; the same promise for the same payload. */
export const openedFrom = once(async (payload): Promise<Opened> => {
  const { openPayload } = await import('../../session/share.ts')
  const read = openPayload(payload)
  if (read.result === 'refused') return { ...scenario(FIRST), refused: read.why }
  const { scenario: id, moves } = read.shared
  const opening = id === undefined ? { key: 'lab' } : scenario(id)
  return opening.refused ? opening : { ...opening, key: `shared/${payload}`, moves }
})

const scenario = (id: string): Opened =>
  scenarioIds.includes(id) ? { key: id, id } : { key: FIRST, id: FIRST, refused: 'scenario' }
