/** Credentials in a session that the playground did not invent: a link refuses to carry them. */

import type { Scenario } from '../content/scenario.ts'
import { read } from '../insight/reading.ts'
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
  const inBody = SECRETIVE.test(body) ? [{ place: 'body', text: body.trim() }] : []
  const anywhere = (source.match(JWT) ?? []).map((text) => ({ place: 'JWT', text }))
  return [...inFields, ...inQuery, ...inBody, ...(inUrl ? [{ place: 'URL', text: inUrl }] : []), ...anywhere]
}

/** All strings of a value: what the world and the lessons hold was invented here. */
function stringsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(stringsIn)
}

/** What the session's moves would carry to others although nobody here made it up; each once. All schemes must be met. */
export function strangersIn(snapshot: Snapshot, scenario: Scenario | undefined): readonly Stranger[] {
  const { moves, at, states, start } = snapshot
  const written = moves.slice(0, at).flatMap((move) => (move.kind === 'write' ? [move.text] : []))
  const answered = states.flatMap(({ draft }, index) => (moves[index - 1]?.kind === 'answer' ? [draft] : []))
  const invented = new Set([
    ...stringsIn(start.world.users),
    ...stringsIn(Object.values(start.world.spaces).map(({ settings }) => settings)),
    ...[start.draft, ...answered, ...stringsIn(scenario?.steps)].flatMap((source) => [
      ...exposedBy(source).map(({ text }) => text),
    ]),
  ])
  const found = written.flatMap(exposedBy).filter(({ text }) => text.trim() !== '' && !invented.has(text))
  return found.filter(({ text }, index) => found.findIndex((each) => each.text === text) === index)
}
