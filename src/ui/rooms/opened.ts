/** What an address opens: a scenario or the Lab, perhaps with moves to replay, perhaps with a reason why not. */

import type { Move } from '../../content/move.ts'
import { once } from '../../content/once.ts'
import { FIRST, scenarioNamed } from '../../content/scenarios/index.ts'
import type { Asked } from './address.ts'
import type { Route } from './route.ts'

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

/**
 * The address is untrusted: what it asks for and doesn't exist becomes the first scenario, with a reason. At once where
 * nothing has to be looked up; else the same promise each time.
 */
export function opened(route: Route, asked: Asked): Opened | Promise<Opened> {
  if (route.room === 'shared') return openedFrom(route.payload)
  if (route.room !== 'scenarios') return { key: 'lab' }
  const wanted = route.scenario ?? asked.scenario
  if (wanted === undefined && asked.request !== undefined) return { key: 'lab' }
  return wanted === undefined || wanted === FIRST ? { key: FIRST, id: FIRST } : scenario(wanted)
}

/** A shared link, checked by code that only shared links need; the same promise for the same payload. */
const openedFrom = once(async (payload): Promise<Opened> => {
  const { openPayload } = await import('../../session/share.ts')
  const read = openPayload(payload)
  if (read.result === 'refused') return { key: FIRST, id: FIRST, refused: read.why }
  const { scenario: id, moves } = read.shared
  const opening: Opened = id === undefined ? { key: 'lab' } : await scenario(id)
  return opening.refused ? opening : { ...opening, key: `shared/${payload}`, moves }
})

const scenario = once(
  async (id): Promise<Opened> =>
    (await scenarioNamed(id)) ? { key: id, id } : { key: FIRST, id: FIRST, refused: 'scenario' },
)
