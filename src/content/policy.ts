/** Policies: how a resource is guarded, as JSON that a person edits in the Lab; printed from a world, and put into one. */

import type { ProtectionSpace } from '../protocol/auth/scheme.ts'
import { frontKeys } from '../protocol/schemes/index.ts'
import type { Resource, World } from '../protocol/servers/world.ts'
import { printJson } from './policy/print.ts'
import { readPolicy } from './policy/read.ts'
import type { Policy, SpaceEntry } from './policy/schema.ts'
import { type Address, isOwnOf, ownId, seatAt, type Taken } from './policy/seat.ts'
import { setUp } from './policy/settings.ts'

/** The policy of a seat as a text: the one that its resource has, or one to begin with where there is none yet. */
export const printPolicy = ({ resource, spaces }: Taken): string =>
  printJson(resource ? policyOf(resource, spaces) : FIRST)

/** The policy that a resource has. */
export function policyOf(resource: Resource, spaces: readonly ProtectionSpace[]): Policy {
  const { lines, methods, permits, replies, cors, lockout } = resource
  const entries = resource.spaces.map((id): SpaceEntry => {
    const space = spaces.find((each) => each.id === id)
    return space && frontKeys.includes(space.scheme) ? { space: id, realm: space.realm } : id
  })
  return { spaces: entries, lines, methods, permits, replies, cors, lockout }
}

const FIRST: Policy = {
  spaces: [{ scheme: 'basic', realm: 'My realm', settings: { charset: 'UTF-8' } }],
  lines: 'each',
  methods: ['GET'],
  permits: { roles: [] },
}

/** The world in which that address is guarded so. Nobody else's memory is touched; the spaces it makes begin anew. */
export function withPolicy({ host, path, world, resource }: Taken, policy: Policy): World {
  const address = { host, path }
  const made = policy.spaces.map((entry, index) => spaceFor(entry, ownId(address, index), world))
  const { lines, methods, permits, replies, cors, lockout } = policy
  const before = resource ?? {
    path,
    content: { type: 'text/plain; charset=utf-8', body: 'Nobody was here before you: you made this place.\n' },
  }
  const guarded: Resource = {
    ...before,
    spaces: made.map(({ id }) => id),
    ...{ lines, methods, permits, replies, cors, lockout },
  }
  return withResource(world, address, guarded, made)
}

/** The world with another resource at that address, or with none; spaces that were made for the old one are gone. */
function withResource(
  world: World,
  address: Address,
  resource: Resource | undefined,
  made: readonly ProtectionSpace[] = [],
): World {
  const kept = Object.entries(world.spaces).filter(([id]) => !isOwnOf(id, address))
  const hosts = world.hosts.map((host) => {
    if (host.name !== address.host) return host
    const there = host.resources.some(({ path }) => path === address.path)
    const others = host.resources.flatMap((each) => (each.path === address.path ? (resource ?? []) : each))
    return { ...host, resources: there || !resource ? others : [...others, resource] }
  })
  return { ...world, hosts, spaces: { ...Object.fromEntries(kept), ...Object.fromEntries(made.map((s) => [s.id, s])) } }
}

function spaceFor(entry: SpaceEntry, id: string, { spaces, users }: World): ProtectionSpace {
  if (typeof entry === 'object' && 'scheme' in entry) {
    const { scheme, realm, settings = {} } = entry
    return { id, scheme, realm, users, settings: setUp(scheme, settings, users), memory: null }
  }
  const [name, realm] = typeof entry === 'string' ? [entry] : [entry.space, entry.realm]
  const space = spaces[name]
  if (!space) throw new Error(`A policy was not checked: there is no space ${name}`)
  return realm === undefined || realm === space.realm ? space : { ...space, id, realm, memory: null }
}

/**
 * What a move makes of the world: its policy in force, or an empty one taken back, to what was there when the session
 * `began`. A policy that can't be read changes nothing.
 */
export async function ruled(
  began: World,
  world: World,
  { policy: text, ...address }: Address & { readonly policy: string },
): Promise<{ readonly world: World } | { readonly refused: { readonly kind: 'policy' } }> {
  const refused = { refused: { kind: 'policy' } } as const
  const seat = await seatAt(began, world, address)
  if (seat.kind !== 'seat') return refused
  if (text === '') return { world: withResource(seat.world, address, seat.original) }
  const read = readPolicy(text, seat)
  return read.result === 'policy' ? { world: withPolicy(seat, read.policy) } : refused
}
