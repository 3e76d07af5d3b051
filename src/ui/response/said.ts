/** What a status says in one sentence, and what it was that failed: keys and slots, the words are a language's. */

import type { Exchange } from '../../protocol/servers/decision.ts'

export interface Said {
  /** Word keys, most particular first. */
  readonly keys: readonly string[]
  /** The second sentence; absent where there is nothing to add. */
  readonly why?: { readonly key: string; readonly slots: Readonly<Record<string, string>> }
  /** The step that failed, in the words of whoever asked; its text goes into the slot `detail`. */
  readonly detail?: { readonly key: string; readonly slots: Readonly<Record<string, string>> }
}

export function saidBy({ response, decision, world }: Pick<Exchange, 'response' | 'decision' | 'world'>): Said {
  const { code } = response.line
  const { failed, user } = decision.verdict
  const known = code === 403 && user !== undefined ? ['response.said.403.known'] : []
  const keys = [...known, `response.said.${code}`, `response.said.${Math.floor(code / 100)}xx`]
  const step = failed && decision.steps.findLast(({ result }) => result === 'fail')
  if (step) {
    const [owner = '', ...question] = step.check.split('.')
    const detail = { key: `${owner}.fail.${question.join('.')}`, slots: step.knew }
    return { keys, why: { key: `response.why.${failed}`, slots: {} }, detail }
  }
  if (code < 200 || code > 299) return { keys }
  const name = world.users.find(({ id }) => id === user)?.name
  return {
    keys,
    why: name ? { key: 'response.why.user', slots: { user: name } } : { key: 'response.why.open', slots: {} },
  }
}

/** How a status looks: who are you, no, yes, the proxy, or nothing of the kind. */
export function lookOf(status: number): 'who' | 'no' | 'ok' | 'proxy' | 'plain' {
  if (status === 401) return 'who'
  if (status === 403) return 'no'
  if (status === 407) return 'proxy'
  return status >= 200 && status <= 299 ? 'ok' : 'plain'
}
