/** A gateway asks the server behind it, and answers with what that says (RFC 9110 §3.7). */

import type { Env, FieldDraft } from '../auth/scheme.ts'
import type { HttpRequest } from '../http/message.ts'
import { parseRequest } from '../http/parse.ts'
import { edit } from '../http/print.ts'
import { targetOf } from '../http/target.ts'
import type { Decision, Hop } from './decision.ts'
import { type Answered, answerAt } from './origin.ts'
import { type Passage, remembering } from './passage.ts'
import { withFieldsOf } from './reply.ts'
import type { Behind, World } from './world.ts'

/** The answer of the server behind, once the gateway let the request pass. */
export async function handedOn(
  world: World,
  passage: Passage,
  behind: Behind,
  request: HttpRequest,
  env: Env,
): Promise<Answered> {
  const { user, steps, confirm } = passage
  const inner = forwarded(request, behind, user?.id ?? '')
  const answer = await answerAt(remembering(world, passage), inner, env, 'gateway')
  const { status, failed } = answer.decision.verdict
  const response = withFieldsOf(answer.response, confirm?.({ status, body: answer.response.body.text }) ?? [])
  const own: Decision = { steps, verdict: { status, user: user?.id }, ahead: [] }
  const hops: readonly Hop[] = [
    { host: targetOf(request).host, role: 'gateway', request, response, decision: own },
    { host: behind.host, role: 'origin', request: inner, response: answer.response, decision: answer.decision },
  ]
  const decision: Decision = {
    steps: [...steps, ...unseen(answer.decision)],
    verdict: { status, failed, user: answer.decision.verdict.user ?? user?.id },
    ahead: answer.decision.ahead,
  }
  return { response, decision, hops, world: answer.world }
}

/** What the server behind looked at stands in another text than the client's. */
const unseen = ({ steps }: Decision) => steps.map((step) => ({ ...step, saw: [] }))

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
