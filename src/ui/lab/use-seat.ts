/** The seat of the resource that the draft asks for, and the policy that it has now. */

import { use, useDeferredValue, useMemo } from 'react'
import { type Address, type Seat, seatAt, type Taken } from '../../content/policy/seat.ts'
import { printPolicy } from '../../content/policy.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { targetOf } from '../../protocol/http/target.ts'
import type { World } from '../../protocol/servers/world.ts'
import type { Snapshot } from '../../session/session.ts'
import { useSession } from '../playground/playground-context.tsx'

type Loaded = Seat | { readonly kind: 'not-loaded' }

const kept = new WeakMap<World, Map<string, Promise<Loaded>>>()

/** The same promise for the same world and address: drawing asks often. It never rejects. */
function seatFor(began: World, world: World, address: Address): Promise<Loaded> {
  const seats = kept.get(world) ?? new Map<string, Promise<Loaded>>()
  kept.set(world, seats)
  const key = JSON.stringify([address.host, address.path])
  const seat = seats.get(key) ?? seatAt(began, world, address).catch(() => ({ kind: 'not-loaded' }) as const)
  seats.set(key, seat)
  return seat
}

/** The last one stays until the next one is there. */
export function useSeat(): Loaded {
  const draft = useSession(({ state }) => state.draft)
  const began = useSession(({ start }) => start.world)
  const world = useSession(({ state }) => state.world)
  const { host, path } = useMemo(() => targetOf(parseRequest(draft)), [draft])
  return use(useDeferredValue(seatFor(began, world, { host, path })))
}

/** The text that was applied last, if the server goes by it; one that was refused changed nothing. */
export function appliedTo({ host, path }: Address, { moves, at, states }: Snapshot): string | undefined {
  const applied = moves.slice(0, at).findLast((move, index) => {
    const changed = states[index]?.world !== states[index + 1]?.world
    return move.kind === 'policy' && move.host === host && move.path === path && changed
  })
  return applied?.kind === 'policy' && applied.policy !== '' ? applied.policy : undefined
}

/** The text of the policy in force. */
export const present = (seat: Taken, snapshot: Snapshot): string => appliedTo(seat, snapshot) ?? printPolicy(seat)
