/** Pushed authorization requests: the parameters come by post first, and the address holds only their name (RFC 9126). */

import type { Failure, Inquiry } from './inquiry.ts'
import { replaced } from './memory.ts'
import { type Parameters, parametersOf } from './parameters.ts'

export const PREFIX = 'urn:ietf:params:oauth:request_uri:'

export interface Unpacked {
  /** Another one than before where parameters were pushed: they are used up. */
  readonly inquiry: Inquiry
  readonly parameters: Parameters
}

/** The parameters of an authorization request: those that were pushed, where it names some (RFC 9126 §4). */
export function unpacked(inquiry: Inquiry): Unpacked | Failure {
  const { parameters, memory, env, ask } = inquiry
  const uri = parameters.value('request_uri')
  if (uri === undefined) return { inquiry, parameters }
  const saw = parameters.saw('request_uri', 'client_id')
  const wrong: Failure = { error: 'invalid_request', description: 'page.wrong-request-uri' }
  const pushed = memory.pushed.find((each) => each.uri === uri && each.client === parameters.value('client_id'))
  if (!ask('valid', 'pushed', pushed !== undefined, { saw, cite: 'RFC 9126 §4' }) || !pushed) return wrong
  const fresh = !pushed.used && env.now() < pushed.expires
  if (!ask('fresh', 'pushed-fresh', fresh, { saw, cite: 'RFC 9126 §4' })) return wrong
  const used = { ...memory, pushed: replaced(memory.pushed, pushed, { ...pushed, used: true }) }
  const own = parametersOf({ text: pushed.parameters, span: { start: 0, end: 0 } })
  return { inquiry: { ...inquiry, memory: used }, parameters: { ...own, saw: () => saw } }
}
