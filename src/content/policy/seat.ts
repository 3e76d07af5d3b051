/** The server's seat at an address: what is there, and what a policy for it can name. */

import type { ProtectionSpace } from '../../protocol/auth/scheme.ts'
import { parseRequest } from '../../protocol/http/parse.ts'
import { targetOf } from '../../protocol/http/target.ts'
import { schemeKeys } from '../../protocol/schemes/index.ts'
import { type Resource, resourceFor, type World } from '../../protocol/servers/world.ts'
import { enterFor } from '../world/places/index.ts'

/** A path on a host. */
export interface Address {
  readonly host: string
  readonly path: string
}

/** Where a policy would apply, and what it can name. */
export type Seat =
  | (Address & {
      readonly kind: 'seat'
      /** With the places in it that this address belongs to. */
      readonly world: World
      /** Absent where nothing is at that path yet. */
      readonly resource?: Resource
      /** As it was when the session began. */
      readonly original?: Resource
      /** The protection spaces that exist. */
      readonly spaces: readonly ProtectionSpace[]
    })
  /** Nobody plays that host here. */
  | { readonly kind: 'unknown-host'; readonly host: string }
  /** No path on a host. */
  | { readonly kind: 'nowhere' }

/** One that is there to be taken. */
export type Taken = Extract<Seat, { kind: 'seat' }>

/** `began` is the world in which the session began. Rejects where a place can't be loaded. */
export async function seatAt(began: World, world: World, { host, path }: Address): Promise<Seat> {
  const request = parseRequest(`GET ${path} HTTP/1.1\nHost: ${host}\n\n`)
  const asked = targetOf(request)
  const plain = request.faults.length === 0 && asked.host === host && asked.path === path && asked.query === ''
  if (!plain || host === '' || asked.problem) return { kind: 'nowhere' }
  const [entered, first, schemes] = await Promise.all([
    enterFor(world, request),
    enterFor(began, request),
    schemeKeys(),
  ])
  if (!entered.hosts.some(({ name, internal }) => name === host && !internal)) return { kind: 'unknown-host', host }
  const spaces = Object.values(entered.spaces).filter(({ id, scheme }) => schemes.includes(scheme) && !isOwn(id))
  const [resource, original] = [resourceFor(entered, request), resourceFor(first, request)]
  return { kind: 'seat', host, path, world: entered, resource, original, spaces }
}

/** Ids of the spaces that a policy makes begin with the address, and a `#` is in no other. */
export const ownId = ({ host, path }: Address, index: number) => `${host}${path}#${index}`
export const isOwn = (id: string) => id.includes('#')
export const isOwnOf = (id: string, { host, path }: Address) => id.replace(/#\d+$/, '') === host + path && isOwn(id)
