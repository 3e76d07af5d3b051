/** The simulated network's one entrance: a request goes in, an exchange comes out. Pure: world in, world out. */

import type { Env, Gate } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import { parseResponse } from '../http/parse.ts'
import { meet, schemeOf } from '../schemes/index.ts'
import type { Ahead, Exchange } from './decision.ts'
import { type Passage, pass } from './passage.ts'
import { reply } from './reply.ts'
import { type Resource, resourceFor, type World } from './world.ts'

export type Handle = (world: World, request: HttpRequest, env: Env) => Promise<Exchange>

/** Never throws for anything that a person can write; always gives a response. */
export const handle: Handle = async (world, request, env) => {
  await meetFor(world, request)
  const passage = await pass(world, request, env)
  const { source, world: after } = reply(world, passage, request.line.method.text, env)
  const response = parseResponse(source)
  return {
    request,
    response,
    decision: {
      steps: passage.steps,
      verdict: { status: response.line.code, failed: passage.failed, user: passage.user?.id },
      ahead: gatesAhead(world, passage),
    },
    world: after,
    at: world.clock,
  }
}

/** Loads the schemes that answering this request takes. Whoever foresees a request can ask for them early. */
export const meetFor = (world: World, request: HttpRequest): Promise<void> =>
  meet([...namedIn(request), ...acceptedBy(world, request)])

/** Schemes that the request may speak: by the first word of its credentials, or by the name of a field. */
const namedIn = ({ fields }: HttpRequest) =>
  fields.flatMap(({ name, value }) => [name.text, value.text.split(' ', 1)[0] ?? '']).map((text) => text.toLowerCase())

const acceptedBy = (world: World, request: HttpRequest) =>
  resourceFor(world, request)?.spaces.flatMap((id) => world.spaces[id]?.scheme ?? []) ?? []

const ORDER: readonly Gate[] = ['resource', 'sent', 'scheme', 'form', 'valid', 'fresh', 'permitted']

/** The gates behind the one that stopped the request, each with the status that failing there gives. */
function gatesAhead(world: World, { failed, resource, space }: Passage): readonly Ahead[] {
  if (!failed || (resource && resource.spaces.length === 0)) return []
  const first = resource?.spaces[0]
  const key = space?.scheme ?? (first ? world.spaces[first]?.scheme : undefined)
  const malformed = schemeOf(key)?.malformed ?? 401
  return ORDER.slice(ORDER.indexOf(failed) + 1).map((gate) => ({ gate, status: statusAt(gate, resource, malformed) }))
}

function statusAt(gate: Gate, resource: Resource | undefined, malformed: number): number {
  const usual = gate === 'permitted' ? 403 : gate === 'form' ? malformed : 401
  return resource?.replies?.[gate]?.status ?? usual
}
