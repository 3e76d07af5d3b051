/** What is different between two exchanges: in the request, in the response, and in what the server decided. */

import type { Gate, Step } from '../protocol/auth/scheme.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import type { HttpMessage } from '../protocol/http/message.ts'
import type { Exchange } from '../protocol/servers/decision.ts'
import { type ComparedLine, compareLines } from './compare-lines.ts'
import { userOf } from './compare-user.ts'

/** Word keys are `history.change.<kind>`. */
export type MessageChange =
  /** The request line, or the status line where only its reason differs. */
  | { readonly kind: 'line'; readonly before: string; readonly after: string }
  | { readonly kind: 'status'; readonly before: string; readonly after: string }
  | { readonly kind: 'added' | 'removed' | 'changed'; readonly name: string }
  | { readonly kind: 'body' }
  /** What stands in the messages is the same, and only its spelling differs: order, case, white space. */
  | { readonly kind: 'spelling' }

export type DecisionChange =
  /** Where the request was stopped; undefined: it reached the resource. */
  | { readonly kind: 'stopped'; readonly before?: Gate; readonly after?: Gate }
  /** Whom the server took the sender for, by name; undefined: nobody. */
  | { readonly kind: 'user'; readonly before?: string; readonly after?: string }
  /** A question went otherwise; undefined: it was not asked. */
  | {
      readonly kind: 'step'
      readonly check: string
      readonly before?: Step['result']
      readonly after?: Step['result']
    }
  | { readonly kind: 'clock'; readonly seconds: number }

export interface MessageComparison {
  readonly changes: readonly MessageChange[]
  readonly lines: readonly ComparedLine[]
}

export interface Comparison {
  readonly request: MessageComparison
  readonly response: MessageComparison
  readonly decision: readonly DecisionChange[]
}

/** From `one` to `other`: what only `other` has was added. */
export function compare(one: Exchange, other: Exchange): Comparison {
  return {
    request: compareMessages(one.request, other.request),
    response: compareMessages(one.response, other.response),
    decision: compareDecisions(one, other),
  }
}

function compareMessages(one: HttpMessage, other: HttpMessage): MessageComparison {
  const found = [...compareStartLines(one, other), ...compareFields(one, other)]
  const changes: readonly MessageChange[] = one.body.text === other.body.text ? found : [...found, { kind: 'body' }]
  const respelled = changes.length === 0 && one.source !== other.source
  return { changes: respelled ? [{ kind: 'spelling' }] : changes, lines: compareLines(one.source, other.source) }
}

function compareStartLines(one: HttpMessage, other: HttpMessage): readonly MessageChange[] {
  if (one.kind === 'response' && other.kind === 'response' && one.line.code !== other.line.code)
    return [{ kind: 'status', before: statusIn(one), after: statusIn(other) }]
  const [before, after] = [startLineOf(one), startLineOf(other)]
  return before === after ? [] : [{ kind: 'line', before, after }]
}

const statusIn = (response: Extract<HttpMessage, { kind: 'response' }>) => response.line.status.text
const startLineOf = ({ source, line }: HttpMessage) => source.slice(line.span.start, line.span.end)

/** Fields compare by name without case, all lines of a name together (RFC 9110 §5.1 and §5.3). */
function compareFields(one: HttpMessage, other: HttpMessage): readonly MessageChange[] {
  const names = new Map([...one.fields, ...other.fields].map(({ name }) => [name.text.toLowerCase(), name.text]))
  return [...names.values()].flatMap((name): readonly MessageChange[] => {
    const before = fieldsNamed(one, name).map(({ value }) => value.text)
    const after = fieldsNamed(other, name).map(({ value }) => value.text)
    if (before.length === 0) return [{ kind: 'added', name }]
    if (after.length === 0) return [{ kind: 'removed', name }]
    return before.join('\n') === after.join('\n') ? [] : [{ kind: 'changed', name }]
  })
}

function compareDecisions(one: Exchange, other: Exchange): readonly DecisionChange[] {
  const found: DecisionChange[] = []
  const [was, is] = [one.decision, other.decision]
  if (was.verdict.failed !== is.verdict.failed)
    found.push({ kind: 'stopped', before: was.verdict.failed, after: is.verdict.failed })
  const user = { before: userOf(one), after: userOf(other) }
  if (user.before !== user.after) found.push({ kind: 'user', ...user })
  const seconds = Math.round((other.at - one.at) / 1000)
  if (seconds !== 0) found.push({ kind: 'clock', seconds })
  const checks = new Set([...was.steps, ...is.steps].map(({ check }) => check))
  for (const check of checks) {
    const [before, after] = [resultOf(was.steps, check), resultOf(is.steps, check)]
    if (before !== after) found.push({ kind: 'step', check, before, after })
  }
  return found
}

const resultOf = (steps: readonly Step[], check: string) => steps.find((step) => step.check === check)?.result
