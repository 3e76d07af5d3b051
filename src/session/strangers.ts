/** Credentials in a session that the playground did not invent: a link refuses to carry them. */

import type { Scenario } from '../content/scenario.ts'
import { read } from '../insight/reading.ts'
import { fieldsNamed } from '../protocol/http/field.ts'
import { parseRequest } from '../protocol/http/parse.ts'
import { targetOf } from '../protocol/http/target.ts'
import { metSchemes, schemeNamed } from '../protocol/schemes/index.ts'
import type { Snapshot } from './session.ts'

export interface Stranger {
  /** Where it stands: a field's name, `?access_token`, `body`. */
  readonly place: string
  readonly text: string
}

const SECRETIVE = /pass|secret|token|api-?key|session|cookie|signature|credential/i
const JWT = /eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*\.?[A-Za-z0-9_-]*/g

/** What a request gives away, by the schemes' own account where they are known. */
function exposedBy(source: string): readonly Stranger[] {
  const request = parseRequest(source)
  const inFields = read(request).fields.flatMap(({ field, name, credentials }): readonly Stranger[] => {
    const place = field.name.text
    const [, own] = metSchemes().find(([, scheme]) => scheme.field.toLowerCase() === name) ?? []
    if (name === 'authorization' || name === 'proxy-authorization') {
      const [, scheme] = schemeNamed(credentials?.scheme.text ?? '') ?? []
      const exposed = credentials && scheme ? scheme.exposes({ field, credentials }) : [field.value.text]
      return exposed.map((text) => ({ place, text }))
    }
    if (own) return own.exposes({ field }).map((text) => ({ place, text }))
    return SECRETIVE.test(name) ? [{ place, text: field.value.text }] : []
  })
  const inQuery = [...new URLSearchParams(targetOf(request).query)].flatMap(([name, text]) =>
    SECRETIVE.test(name) ? [{ place: `?${name}`, text }] : [],
  )
  const inUrl = request.line.target.text.match(/\/\/([^/@]+)@/)?.[1]
  const body = request.body.text
  const isForm = fieldsNamed(request, 'Content-Type').some(({ value }) => /^application\/x-www-form/i.test(value.text))
  const inForm = [...new URLSearchParams(isForm ? body.trim() : '')].flatMap(([name, text]) =>
    SECRETIVE.test(name) ? [{ place: name, text }] : [],
  )
  const inBody = !isForm && SECRETIVE.test(body) ? [{ place: 'body', text: body.trim() }] : inForm
  const anywhere = (source.match(JWT) ?? []).map((text) => ({ place: 'JWT', text }))
  return [...inFields, ...inQuery, ...inBody, ...(inUrl ? [{ place: 'URL', text: inUrl }] : []), ...anywhere]
}

/** A policy holds what a server says, and somebody may have pasted what their own server said. */
function exposedByPolicy(policy: string): readonly Stranger[] {
  const named = policy.matchAll(/"([^"\\]*)"\s*:\s*"((?:[^"\\]|\\.)*)"/g)
  const secretive = [...named].flatMap(([, name = '', text = '']) =>
    SECRETIVE.test(name) ? [{ place: name, text }] : [],
  )
  return [...secretive, ...(policy.match(JWT) ?? []).map((text) => ({ place: 'JWT', text }))]
}

/** All strings of a value: what the world and the lessons hold was invented here. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** What the session's moves would carry to others although nobody here made it up; each once. All schemes must be met. */
export function strangersIn(snapshot: Snapshot, scenario: Scenario | undefined): readonly Stranger[] {
  const { moves, at, states, start, state } = snapshot
  const written = moves.slice(0, at).flatMap((move) => (move.kind === 'write' ? [move.text] : []))
  const policies = moves.slice(0, at).flatMap((move) => (move.kind === 'policy' ? [move.policy] : []))
  const answered = states.flatMap(({ draft }, index) => (moves[index - 1]?.kind === 'answer' ? [draft] : []))
  const invented = new Set([
    ...[start, state].flatMap(({ world }) => [
      ...stringsIn(world.users),
      ...stringsIn(Object.values(world.spaces).map(({ settings }) => settings)),
    ]),
    ...[start.draft, ...answered, ...stringsIn(scenario?.steps)].flatMap((source) => [
      ...exposedBy(source).map(({ text }) => text),
    ]),
  ])
  // What our own servers handed out can be shown to others, too: they hand it out again when the link is opened.
  const told = state.sent.map(({ exchange }) => exchange.response.source).join('\n')
  const found = [...written.flatMap(exposedBy), ...policies.flatMap(exposedByPolicy)].filter(
    ({ text }) => text.trim() !== '' && !invented.has(text) && !told.includes(text),
  )
  return found.filter(({ text }, index) => found.findIndex((each) => each.text === text) === index)
}
