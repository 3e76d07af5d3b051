/**
 * A forward proxy (RFC 9110 §3.7): it asks for credentials of its own (§11.7), takes them away, and passes the rest on.
 * A request in absolute-form is one to a proxy (RFC 9112 §3.2.2), so is `CONNECT` (§3.2.3).
 */

import type { Env } from '../auth/scheme.ts'
import { fieldsNamed } from '../http/field.ts'
import type { HttpRequest } from '../http/message.ts'
import { parseRequest, parseResponse } from '../http/parse.ts'
import { edit, writeResponse } from '../http/print.ts'
import { targetOf } from '../http/target.ts'
import type { Decision, Hop } from './decision.ts'
import { type Answered, answerAt } from './origin.ts'
import { guard, remembering } from './passage.ts'
import { reply, withFieldsOf } from './reply.ts'
import { onSide, PROXY } from './side.ts'
import type { Host, Resource, World } from './world.ts'

/** The way through the proxy and, once it lets the request pass, to the origin server. */
export async function throughProxy(world: World, host: Host, request: HttpRequest, env: Env): Promise<Answered> {
  const open = { spaces: [], lines: 'each', permits: { roles: [] } } as const
  const gate: Resource = { path: '', methods: [], content: { type: '', body: '' }, ...(host.proxy ?? open) }
  const passage = await guard(world, request, env, gate, PROXY)
  const steps = passage.steps.map((step) => ({ ...step, gate: 'proxy' as const }))
  const decided = (status: number, failed = false): Decision => ({
    steps,
    verdict: { status, failed: failed ? 'proxy' : undefined, user: passage.user?.id },
    ahead: [],
  })
  if (passage.failed) {
    const { source, world: after } = reply(remembering(world, passage), passage, request, env)
    const response = parseResponse(source)
    const decision = decided(response.line.code, true)
    const hop: Hop = { host: host.name, role: 'proxy', request, response, decision }
    return { response, decision, hops: [hop], world: after }
  }
  const told = remembering(world, passage)
  if (request.line.method.text === 'CONNECT') {
    const response = parseResponse(writeResponse({ status: 200, reason: 'Connection established', fields: [] }))
    const hop: Hop = { host: host.name, role: 'proxy', request, response, decision: decided(200) }
    return { response, decision: decided(200), hops: [hop], world: told }
  }
  const inner = passedOn(request)
  const answer = await answerAt(told, inner, env, 'client')
  const { decision } = answer
  const { code } = answer.response.line
  const proved = passage.confirm?.({ status: code, body: answer.response.body.text }) ?? []
  const response = withFieldsOf(
    answer.response,
    proved.map(([name, value]) => [onSide(PROXY, name), value]),
  )
  const origin: Hop = {
    host: targetOf(inner).host,
    role: 'origin',
    request: inner,
    response: answer.response,
    decision,
  }
  return {
    ...answer,
    response,
    decision: { ...decision, steps: [...steps, ...seenFrom(request, inner, decision)] },
    hops: [
      { host: host.name, role: 'proxy', request, response, decision: decided(code) },
      ...(answer.hops ?? [origin]),
    ],
  }
}

/** In origin-form, and without the proxy's credentials: they are none of the origin server's (RFC 9110 §11.7.2). */
function passedOn(request: HttpRequest): HttpRequest {
  const { path, query } = targetOf(request)
  const fields = request.fields
    .filter(({ name }) => name.text.toLowerCase() !== PROXY.credentials.toLowerCase())
    .map(({ name, value }) => [name.text, value.text] as const)
  return parseRequest(edit(request, { target: query ? `${path}?${query}` : path, fields }))
}

/** What the origin server looked at, in the text that the client wrote: the same field, if it stands there. */
function seenFrom(outer: HttpRequest, inner: HttpRequest, { steps }: Decision) {
  return steps.map((step) => ({
    ...step,
    saw: step.saw.flatMap(({ start, end }) => {
      const field = inner.fields.find(({ span }) => span.start <= start && end <= span.end)
      const same = field && fieldsNamed(outer, field.name.text).find(({ value }) => value.text === field.value.text)
      if (!field || !same) return []
      const shift = same.value.span.start - field.value.span.start
      return [{ start: start + shift, end: end + shift }]
    }),
  }))
}
