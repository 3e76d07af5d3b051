/** A server that answers: an origin server from its resources, a gateway by asking the server behind it. */

import type { Env, Gate } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import { parseResponse } from '../http/parse.ts'
import { targetOf } from '../http/target.ts'
import { schemeOf } from '../schemes/index.ts'
import type { Ahead, Decision, Exchange, Hop } from './decision.ts'
import { type Passage, pass, remembering, type Sender } from './passage.ts'
import { reply } from './reply.ts'
import { addressOf, type Resource, type World } from './world.ts'

export type Answered = Omit<Exchange, 'request' | 'at'>

/** The origin server's answer to a request, or the gateway's. */
export async function answerAt(world: World, request: HttpRequest, env: Env, sender: Sender): Promise<Answered> {
  const passage = await pass(world, request, env, sender)
  const { resource } = passage
  const passed = !passage.failed && !passage.told
  if (passed && resource?.behind)
    return (await import('./gateway.ts')).handedOn(world, passage, resource.behind, request, env)
  const left = remembering(world, passage)
  const { served, world: told } =
    passed && resource?.served
      ? await (await import('./served.ts')).serve(left, resource.served, request, passage.user, env)
      : { world: left }
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
  const alone: readonly Hop[] = [{ host: targetOf(request).host, role: 'gateway', request, response, decision }]
  return {
    response,
    decision,
    world: counted(after, request, passage),
    ...(resource?.behind && { hops: alone }),
    ...(page && { page }),
  }
}

/** A server that counts refusals remembers this one. */
function counted(world: World, request: HttpRequest, { resource, failed, status, side }: Passage): World {
  if (!resource?.lockout || status !== side.status || failed === 'sent') return world
  const address = addressOf(request)
  const recent = (world.refusals[address] ?? []).slice(-resource.lockout.refusals)
  return { ...world, refusals: { ...world.refusals, [address]: [...recent, world.clock] } }
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
