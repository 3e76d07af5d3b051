/** A server that answers: an origin server from its resources, a gateway by asking the server behind it. */

import type { Env, FieldDraft, Gate } from '../auth/scheme.ts'
import type { HttpRequest, HttpResponse } from '../http/message.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { edit } from '../http/print.ts'
import { schemeOf } from '../schemes/index.ts'
import { serviceOf } from '../services/index.ts'
import type { Served } from '../services/service.ts'
import type { Ahead, Decision, Exchange, Hop } from './decision.ts'
import { type Passage, pass } from './passage.ts'
import { reply } from './reply.ts'
import { addressOf, type Behind, type Resource, type World } from './world.ts'

export type Answered = Omit<Exchange, 'request' | 'at'>

/** The origin server's answer to a request, or the gateway's. */
export async function answerAt(world: World, request: HttpRequest, env: Env): Promise<Answered> {
  const passage = await pass(world, request, env)
  const { resource } = passage
  if (resource?.behind && !passage.failed && passage.status !== 204)
    return handedOn(world, passage, resource.behind, request, env)
  const { served, world: told } = await serve(world, passage, request, env)
  const { source, world: after } = reply(told, passage, request, env, served)
  const response = parseResponse(source)
  const failed = passage.failed ?? served?.failed
  const decision: Decision = {
    steps: [...passage.steps, ...(served?.steps ?? [])],
    verdict: { status: response.line.code, failed, user: passage.user?.id },
    ahead: gatesAhead(world, passage),
  }
  const page = served?.page && resource?.served ? { ...served.page, service: resource.served.service } : undefined
  // Refused at a gateway: the server behind it never heard of the request.
  const alone: readonly Hop[] = [{ host: hostOf(request), role: 'gateway', request, response, decision }]
  return {
    response,
    decision,
    world: counted(after, request, passage),
    ...(resource?.behind && { hops: alone }),
    ...(page && { page }),
  }
}

/** The service of the resource, once the gates are passed. */
async function serve(
  world: World,
  passage: Passage,
  request: HttpRequest,
  env: Env,
): Promise<{ readonly served?: Served; readonly world: World }> {
  const { resource, failed, status, user } = passage
  const named = resource?.served
  if (!named || failed || status === 204) return { world }
  const service = serviceOf(named.service)
  const space = world.spaces[named.space]
  if (!service || !space) throw new Error(`The world names a service or a space that is not there: ${named.service}`)
  const served = await service.serve({ request, endpoint: named.endpoint, space, spaces: world.spaces, user, env })
  const changed = [served.space, ...(served.spaces ?? [])].map((each) => [each.id, each] as const)
  const users = world.users.map((each) => {
    const own = served.issued?.filter(({ user: id }) => id === each.id).map(({ secret }) => secret) ?? []
    return own.length > 0 ? { ...each, secrets: [...each.secrets, ...own] } : each
  })
  return { served, world: { ...world, users, spaces: { ...world.spaces, ...Object.fromEntries(changed) } } }
}

/** A gateway asks the server behind it, and passes its answer on (RFC 9110 §3.7). */
async function handedOn(
  world: World,
  passage: Passage,
  behind: Behind,
  request: HttpRequest,
  env: Env,
): Promise<Answered> {
  const { space, user, steps, confirm } = passage
  const told = space ? { ...world, spaces: { ...world.spaces, [space.id]: space } } : world
  const inner = forwarded(request, behind, user?.id ?? '')
  const answer = await answerAt(told, inner, env)
  const { status, failed } = answer.decision.verdict
  const response = withFieldsOf(answer.response, confirm?.({ status, body: answer.response.body.text }) ?? [])
  const own: Decision = { steps, verdict: { status, user: user?.id }, ahead: [] }
  const hops: readonly Hop[] = [
    { host: hostOf(request), role: 'gateway', request, response, decision: own },
    { host: behind.host, role: 'origin', request: inner, response: answer.response, decision: answer.decision },
  ]
  const decision: Decision = {
    steps: [...steps, ...unseen(answer.decision)],
    verdict: { status, failed, user: answer.decision.verdict.user ?? user?.id },
    ahead: answer.decision.ahead,
  }
  return { response, decision, hops, world: answer.world }
}

const hostOf = (request: HttpRequest): string => addressOf(request).split('/')[0] ?? ''

/** What the server behind looked at stands in another text than the client's. */
const unseen = ({ steps }: Decision) => steps.map((step) => ({ ...step, saw: [] }))

/** The response with these fields behind its own. */
export function withFieldsOf(response: HttpResponse, fields: readonly FieldDraft[]): HttpResponse {
  if (fields.length === 0) return response
  const { source } = response
  const end = source.indexOf('\n\n')
  const lines = fields.map(([name, value]) => `\n${name}: ${value}`).join('')
  return parseResponse(source.slice(0, end) + lines + source.slice(end))
}

/** The request as the server behind gets it. */
function forwarded(request: HttpRequest, { host, path, strips = [], adds = [] }: Behind, user: string): HttpRequest {
  const [asked = '', query] = request.line.target.text.split('?')
  const target = (path ?? asked) + (query === undefined ? '' : `?${query}`)
  const added = adds.map(([name, value]): FieldDraft => [name, value.replace('{user}', user)])
  const replaced = new Set([...strips, ...added.map(([name]) => name.toLowerCase())])
  const kept = request.fields
    .filter(({ name }) => !replaced.has(name.text.toLowerCase()))
    .map(({ name, value }): FieldDraft => [name.text, name.text.toLowerCase() === 'host' ? host : value.text])
  return parseRequest(edit(request, { target, fields: [...kept, ...added] }))
}

/** A server that counts refusals remembers this one. */
function counted(world: World, request: HttpRequest, { resource, failed, status, side }: Passage): World {
  if (!resource?.lockout || status !== side.status || failed === 'sent') return world
  const address = addressOf(request)
  return {
    ...world,
    refusals: { ...world.refusals, [address]: [...(world.refusals[address] ?? []), world.clock] },
  }
}

const ORDER: readonly Gate[] = ['resource', 'sent', 'scheme', 'form', 'valid', 'fresh', 'permitted']

/** The gates behind the one that stopped the request, each with the status that failing there gives. */
function gatesAhead(world: World, { failed, resource, space, side }: Passage): readonly Ahead[] {
  if (!failed || (resource && resource.spaces.length === 0)) return []
  const first = resource?.spaces[0]
  const key = space?.scheme ?? (first ? world.spaces[first]?.scheme : undefined)
  const malformed = schemeOf(key)?.malformed === 400 ? 400 : side.status
  return ORDER.slice(ORDER.indexOf(failed) + 1).map((gate) => {
    const usual = gate === 'permitted' ? 403 : gate === 'form' ? malformed : side.status
    return { gate, status: statusAt(gate, resource) ?? usual }
  })
}

const statusAt = (gate: Gate, resource: Resource | undefined): number | undefined => resource?.replies?.[gate]?.status
