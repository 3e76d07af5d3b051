/** The way of a request through the gates of one server, up to the resource or to the gate that stops it. */

import { sameScheme } from '../auth/challenge.ts'
import { parseCredentials } from '../auth/parse-credentials.ts'
import type { Env, Gate, Judgement, ProtectionSpace, Refusal, Shown, Step, User } from '../auth/scheme.ts'
import { transcript } from '../auth/transcript.ts'
import { fieldsNamed } from '../http/field.ts'
import type { Fault, HttpRequest } from '../http/message.ts'
import { targetOf } from '../http/target.ts'
import { schemeOf } from '../schemes/index.ts'
import { ORIGIN, onSide, type Side } from './side.ts'
import { addressOf, lockedOut, type Resource, type World } from './world.ts'

export interface Passage {
  readonly steps: readonly Step[]
  readonly status: number
  /** The gate that stopped the request; absent when it reached the resource. */
  readonly failed?: Gate
  readonly resource?: Resource
  readonly side: Side
  /** It was OPTIONS: what may be done here was told, and nobody asked who wants to know. */
  readonly told?: true
  /** Seconds until somebody who is locked out may try again. */
  readonly retryAfter?: number
  /** As the scheme left it. */
  readonly space?: ProtectionSpace
  readonly refusal?: Refusal
  readonly user?: User
  readonly confirm?: Extract<Judgement, { result: 'granted' }>['confirm']
}

/** Who passes a request to a server: its client, or another server of the same house. */
export type Sender = 'client' | 'gateway'

/** The world in which the scheme's space is as the judgement left it. */
export const remembering = (world: World, { space }: Passage): World =>
  space ? { ...world, spaces: { ...world.spaces, [space.id]: space } } : world

/** Walks the request through the gates of an origin server in order; the first that fails ends the walk. */
export async function pass(world: World, request: HttpRequest, env: Env, sender: Sender): Promise<Passage> {
  const found = findResource(world, request, sender)
  const { resource, steps } = found
  if (found.failed || !resource || found.told || resource.spaces.length === 0) return found
  return guard(world, request, env, resource, ORIGIN, steps)
}

/** The same for a request that shows no credentials: there is nothing to judge, and so nothing to wait for. */
export function passUnknown(world: World, request: HttpRequest): Passage {
  const found = findResource(world, request, 'client')
  const { resource, steps } = found
  if (found.failed || !resource || found.told || resource.spaces.length === 0) return found
  return { steps, status: ORIGIN.status, failed: 'sent', resource, side: ORIGIN }
}

/** Who is it, and may they? The gates behind the resource's own, on either side. */
export async function guard(
  world: World,
  request: HttpRequest,
  env: Env,
  resource: Resource,
  side: Side,
  found: readonly Step[] = [],
): Promise<Passage> {
  const accepted = resource.spaces.flatMap((id) => world.spaces[id] ?? [])
  const met = meetCredentials(request, accepted, side)
  const before = [...found, ...met.steps]
  if (!met.shown) return { steps: before, status: side.status, failed: met.failed, resource, side }

  const scheme = schemeOf(met.space.scheme)
  if (!scheme) throw new Error(`The world names a scheme that is not on the shelf: ${met.space.scheme}`)
  const judged = await scheme.judge(met.shown, met.space, request, env)
  const { space } = judged
  const soFar = [...before, ...judged.steps]
  if (judged.result === 'refused') {
    const failed = judged.steps.at(-1)?.gate ?? 'valid'
    const status = judged.status === 401 ? side.status : judged.status
    return { steps: soFar, status, failed, resource, side, space, refusal: judged.refusal }
  }
  const permitted = permit(judged.user, judged.scope, resource)
  const steps = [...soFar, ...permitted.steps]
  const common = { steps, resource, side, space, user: judged.user, confirm: judged.confirm }
  if (permitted.refusal) return { ...common, status: 403, failed: 'permitted', refusal: permitted.refusal }
  return { ...common, status: resource.success?.status ?? 200 }
}

/** Is this a request at all, is there such a resource, does it know the method? (RFC 9112 §3, RFC 9110 §15.5.5–15.5.6) */
function findResource(world: World, request: HttpRequest, sender: Sender): Passage {
  const { steps, ask } = transcript('server', 'RFC 9110 §15.5.5')
  const stop = (status: number, resource?: Resource): Passage => ({
    steps,
    status,
    failed: 'resource',
    resource,
    side: ORIGIN,
  })
  const fault = request.faults[0] ?? targetFault(request)
  const faulty = fault && { octet: String(octetAt(request.source, fault.span.start)), expected: fault.expected }
  const saw = fault ? [fault.span] : [request.line.span]
  if (!ask('resource', 'well-formed', !fault, { saw, knew: faulty ?? {}, cite: 'RFC 9112 §2.2' })) return stop(400)

  const hosts = fieldsNamed(request, 'Host')
  const sawHost = hosts.map((each) => each.span)
  const one = hosts.length === 1
  if (!ask('resource', 'host', one, { saw: sawHost, knew: { count: String(hosts.length) }, cite: 'RFC 9112 §3.2' }))
    return stop(400)
  const target = targetOf(request)
  const host = world.hosts.find(({ name, internal }) => name === target.host && (!internal || sender === 'gateway'))
  if (
    !ask('resource', 'here', host !== undefined, {
      saw: sawHost,
      knew: { host: target.host },
      cite: 'RFC 9110 §15.5.20',
    })
  )
    return stop(421)

  const resource = host?.resources.find(({ path }) => path === target.path)
  const sawTarget = [request.line.target.span]
  if (!ask('resource', 'path', resource !== undefined, { saw: sawTarget, knew: { path: target.path } }))
    return stop(404)
  const { method } = request.line
  // What may be done here is no secret, as a rule: a preflight has no credentials to show (Fetch §cors-preflight-fetch).
  const told = method.text === 'OPTIONS' && !resource?.hidden
  if (told && resource?.cors?.wrong !== 'guarded-preflight') return { steps, status: 204, resource, side: ORIGIN, told }
  const methods: readonly string[] = [...(resource?.methods ?? []), ...(told ? ['OPTIONS'] : [])]
  const knew = { method: method.text, allowed: methods.join(', ') }
  const known = methods.includes(method.text) || (method.text === 'HEAD' && methods.includes('GET'))
  if (!ask('resource', 'method', known, { saw: [method.span], knew, cite: 'RFC 9110 §15.5.6' }))
    return resource?.hidden ? stop(404) : stop(405, resource)
  const retryAfter = resource && lockedOut(world, addressOf(request), resource)
  if (retryAfter !== undefined) {
    ask('resource', 'lockout', retryAfter === 0, { knew: { seconds: String(retryAfter) }, cite: 'RFC 6585 §4' })
    if (retryAfter > 0) return { ...stop(429, resource), retryAfter }
  }
  return { steps, status: resource?.success?.status ?? 200, resource, side: ORIGIN }
}

/** What stands in the place of the target can be no target at all (RFC 9112 §3.2). */
function targetFault(request: HttpRequest): Pick<Fault, 'span' | 'expected'> | undefined {
  const { problem } = targetOf(request)
  const { text, span } = request.line.target
  if (problem !== 'target-invalid' && problem !== 'target-userinfo') return undefined
  const at = span.start + Math.max(0, text.search(/[^!-~\u0080-\uffff]|#/))
  return { span: { start: at, end: span.end }, expected: 'request-target' }
}

/** Octets are counted from 1, as people do. */
const octetAt = (source: string, unit: number) => new TextEncoder().encode(source.slice(0, unit)).length + 1

type Met = { readonly steps: readonly Step[] } & (
  | { readonly shown: Shown; readonly space: ProtectionSpace }
  | { readonly shown?: undefined; readonly failed: Gate }
)

/** Were credentials sent, and in a scheme that this resource accepts? (RFC 9110 §11.4 and §11.6.2) */
function meetCredentials(request: HttpRequest, accepted: readonly ProtectionSpace[], side: Side): Met {
  const { steps, ask } = transcript('server', 'RFC 9110 §11.6.2')
  const fieldOf = (key: string) => onSide(side, schemeOf(key)?.field ?? ORIGIN.credentials)
  const carriers = [...new Set(accepted.map(({ scheme }) => fieldOf(scheme)))]
  const fields = carriers.flatMap((name) => fieldsNamed(request, name))
  const shown = fields.map((field): Shown & { scheme: string } => {
    if (field.name.text.toLowerCase() !== side.credentials.toLowerCase()) return { field, scheme: field.name.text }
    const credentials = parseCredentials(field.value).value
    return { field, credentials, scheme: credentials?.scheme.text ?? field.value.text }
  })
  const got = shown.map(({ field, scheme }) => (field.name.text === scheme ? scheme : `${field.name.text}: ${scheme}`))
  const saw = fields.map(({ span }) => span)
  const sent = ask('sent', 'credentials', shown.length > 0, {
    saw,
    knew: { fields: carriers.join(', '), got: got.join(', ') },
  })
  if (!sent) return { steps, failed: 'sent' }

  const wants = accepted.map(({ scheme }) => schemeOf(scheme)?.name ?? scheme)
  const pairs = accepted.flatMap((space) => {
    const scheme = schemeOf(space.scheme)
    const match = shown.find(
      (each) =>
        scheme &&
        fieldOf(space.scheme).toLowerCase() === each.field.name.text.toLowerCase() &&
        (!each.credentials || sameScheme(each.scheme, scheme.name)),
    )
    return match ? [{ space, shown: match }] : []
  })
  const knew = { wants: wants.join(', '), got: shown.map(({ scheme }) => scheme).join(', ') }
  const pair = pairs[0]
  if (!ask('scheme', 'accepted', pair !== undefined, { saw, knew, cite: 'RFC 9110 §11.4' }) || !pair)
    return { steps, failed: 'scheme' }
  return { steps, ...pair }
}

/** May this user do this here? Failing is 403: who they are is settled (RFC 9110 §15.5.4). */
function permit(user: User, scope: readonly string[] | undefined, { permits }: Resource) {
  const { steps, ask } = transcript('server', 'RFC 9110 §15.5.4')
  const knew = { user: user.name, roles: permits.roles.join(', '), has: user.roles.join(', ') }
  const forbidden = (facts: Readonly<Record<string, string>> = {}): Refusal => ({ kind: 'forbidden', ...facts })
  if (!ask('permitted', 'active', !user.suspended, { knew })) return { steps, refusal: forbidden() }
  const anyRole = permits.roles.length === 0 || permits.roles.some((role) => user.roles.includes(role))
  if (!ask('permitted', 'role', anyRole, { knew })) return { steps, refusal: forbidden() }
  const needs = permits.scope
  if (needs && scope) {
    const known = { user: user.name, needs, scope: scope.join(' ') }
    if (!ask('permitted', 'scope', scope.includes(needs), { knew: known, cite: 'RFC 6750 §3.1' }))
      return { steps, refusal: forbidden({ scope: needs }) }
  }
  return { steps }
}
