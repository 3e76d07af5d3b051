/** A program answers in place of a resource's content. */

import type { Env, Secret, User } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import { serviceOf } from '../services/index.ts'
import type { Served } from '../services/service.ts'
import type { ServedBy, World } from './world.ts'

/** The service's answer, once the gates are passed, and the world that remembers it. */
export async function serve(
  world: World,
  named: ServedBy,
  request: HttpRequest,
  user: User | undefined,
  env: Env,
): Promise<{ readonly served: Served; readonly world: World }> {
  const service = serviceOf(named.service)
  const space = world.spaces[named.space]
  if (!service || !space) throw new Error(`The world names a service or a space that is not there: ${named.service}`)
  const served = await service.serve({ request, endpoint: named.endpoint, space, spaces: world.spaces, user, env })
  const changed = [served.space, ...(served.spaces ?? [])].map((each) => [each.id, each] as const)
  const users = world.users.map((each) => {
    const own = served.issued?.filter(({ user: id }) => id === each.id).map(({ secret }) => secret) ?? []
    return own.length > 0 ? { ...each, secrets: withIssued(each.secrets, own) } : each
  })
  return { served, world: { ...world, users, spaces: { ...world.spaces, ...Object.fromEntries(changed) } } }
}

/** So many secrets a person has at most: those that were issued first go, what they had from the beginning stays. */
const MOST = 500

function withIssued(had: readonly Secret[], issued: readonly Secret[]): readonly Secret[] {
  const all = [...had, ...issued]
  return all.length > MOST ? [...all.slice(0, MOST / 2), ...all.slice(-MOST / 2)] : all
}
