/**
 * What a place is: a part of the simulated world that is loaded when a request goes there. The contract of the shelf
 * `content/world/places/`.
 *
 * A file `<host>/<segment>.ts` holds the resources below `https://<host>/<segment>`, a file `<host>/index.ts` those of
 * a host that stands for itself. It exports a `Place` by default. To add one, write the file: no other file changes.
 */

import type { ProtectionSpace, Secret, User } from '../../protocol/auth/scheme.ts'
import type { Host, Resource, World } from '../../protocol/servers/world.ts'

export interface Place {
  /** Where it stands on the shelf, without `.ts` and `/index`: `api.example.com/dpop`, `push.example.com`. */
  readonly at: string
  readonly resources: readonly Resource[]
  /** Its host is a forward proxy: who may use it. */
  readonly proxy?: Host['proxy']
  /** `users` are all users of the world, with the secrets of this place. */
  spaces(users: readonly User[], world: World): readonly ProtectionSpace[]
  /** What people hold for this place, by the id of the user. The same world and seed give the same secrets. */
  secrets?(world: World): Readonly<Record<string, readonly Secret[]>>
  /** Nobody gets there directly: a server behind a gateway. */
  readonly internal?: true
  /** Places that this one needs: a gateway's backend. */
  readonly needs?: readonly Place[]
}

/** The world with that place in it; the same world where it was there already. */
export function enter(world: World, place: Place): World {
  if (world.places.includes(place.at)) return world
  const before = (place.needs ?? []).reduce(enter, world)
  const own = place.secrets?.(before) ?? {}
  const users = before.users.map((user) => ({ ...user, secrets: [...user.secrets, ...(own[user.id] ?? [])] }))
  const spaces = Object.fromEntries(place.spaces(users, before).map((space) => [space.id, space]))
  const [name = place.at] = place.at.split('/')
  const host = before.hosts.find((each) => each.name === name) ?? { name, resources: [] }
  const { proxy, internal } = place
  const extended = {
    ...host,
    ...(proxy && { proxy }),
    ...(internal && { internal }),
    resources: [...host.resources, ...place.resources],
  }
  return {
    ...before,
    users,
    hosts: before.hosts.includes(host)
      ? before.hosts.map((each) => (each === host ? extended : each))
      : [...before.hosts, extended],
    spaces: { ...before.spaces, ...spaces },
    places: [...before.places, place.at],
  }
}
