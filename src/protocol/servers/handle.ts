/** The simulated network's one entrance: a request goes in, an exchange comes out. Pure: world in, world out. */

import type { Env } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpRequest } from '../http/message.ts'
import { meet, meetInFront } from '../schemes/index.ts'
import type { Exchange } from './decision.ts'
import { type Answered, answerAt } from './origin.ts'
import { ORIGIN, PROXY } from './side.ts'
import { proxyFor, type Resource, resourceFor, type World } from './world.ts'

export type Handle = (world: World, request: HttpRequest, env: Env) => Promise<Exchange>

/** Never throws for anything that a person can write; always gives a response. */
export const handle: Handle = async (world, request, env) => {
  await meetFor(world, request)
  const proxy = proxyFor(world, request)
  const answered: Answered = proxy
    ? await (await import('./proxy.ts')).throughProxy(world, proxy, request, env)
    : await answerAt(world, request, env, 'client')
  return { request, ...answered, at: world.clock }
}

/** Loads the schemes and services that answering takes. Whoever foresees a request can ask for them early. */
export async function meetFor(world: World, request: HttpRequest): Promise<void> {
  const resources = onTheWay(world, request)
  const names = resources.flatMap(({ served }) => served?.service ?? [])
  const services = names.length > 0 ? await (await import('../services/index.ts')).meetServices(names) : []
  const accepted = resources.flatMap(({ spaces }) => spaces.flatMap((id) => world.spaces[id]?.scheme ?? []))
  await meet([...accepted, ...services.flatMap(({ schemes = [] }) => schemes)])
  // What nobody accepts here is met as far as it can be: it is annotated, and need not be answered.
  const { fields, words } = namedIn(request)
  await Promise.all([meetInFront(fields), meet(words).catch(() => undefined)])
}

/** Whatever has gates between the sender and the answer. */
function onTheWay(world: World, request: HttpRequest): readonly Pick<Resource, 'spaces' | 'served'>[] {
  const resource = resourceFor(world, request)
  const { behind } = resource ?? {}
  const backend = behind && world.hosts.find(({ name }) => name === behind.host)?.resources
  return [proxyFor(world, request)?.proxy, resource, ...(backend ?? [])].flatMap((each) => each ?? [])
}

/** Schemes that the request may speak: by the name of a field, or by the first word of its credentials. */
function namedIn(request: HttpRequest) {
  const credentials = [ORIGIN, PROXY].flatMap((side) => fieldsNamed(request, side.credentials))
  return {
    fields: request.fields.map(({ name }) => name.text.toLowerCase()),
    words: credentials.map(({ value }) => (value.text.split(' ', 1)[0] ?? '').toLowerCase()),
  }
}
