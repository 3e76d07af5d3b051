/** Reads a policy from a text, by the same schema whoever wrote it, and says where it is wrong. */

import * as v from 'valibot'
import { frontKeys } from '../../protocol/schemes/index.ts'
import { lineAndColumn, type Misread, type Path, placesIn } from './places.ts'
import { type Policy, PolicySchema, type SpaceEntry } from './schema.ts'
import type { Taken } from './seat.ts'
import { reasonIn } from './shapes.ts'

/** Longer ones are refused: a link has to carry them. */
export const LONGEST = 20_000

/** What is wrong in a policy, and where. */
export interface Problem {
  /** Word key is `seat.problem.<code>`. */
  readonly code: string
  readonly slots: Misread['slots']
  /** As one would write it in JavaScript: `spaces[0].realm`; empty for the whole text. */
  readonly at: string
  readonly line: number
  readonly column: number
}

export type Read =
  | { readonly result: 'policy'; readonly policy: Policy }
  | { readonly result: 'refused'; readonly problems: readonly Problem[] }

/** Reads a policy. Never throws for anything that a person can write. */
export function readPolicy(text: string, seat: Taken): Read {
  const refused = (...problems: readonly Problem[]): Read => ({ result: 'refused', problems })
  if (text.length > LONGEST) {
    const slots = { length: text.length, most: LONGEST }
    return refused({ code: 'too-long', slots, at: '', ...lineAndColumn(text, LONGEST) })
  }
  const places = placesIn(text)
  if (places.result === 'misread') {
    const { code, slots, at } = places.misread
    return refused({ code, slots, at: '', ...lineAndColumn(text, at) })
  }
  const found = (path: Path, code: string, slots: Misread['slots'] = {}): Problem => {
    // What is missing has no place of its own: the object that it is missing in has one.
    const there = places.place(path) ?? places.place(path.slice(0, -1))
    const at = code === 'key-unknown' ? there?.key : there?.value
    const where = code === 'key-missing' ? path.slice(0, -1) : path
    return { code, slots, at: printPath(where), ...lineAndColumn(text, at ?? 0) }
  }
  const json: unknown = JSON.parse(text)
  const read = v.safeParse(PolicySchema, json)
  if (!read.success)
    return refused(
      ...read.issues.map(({ message, path }) => {
        const { code, slots } = reasonIn(message)
        return found(pathOf(path), code, slots)
      }),
    )
  const policy = read.output
  const strange = policy.spaces.flatMap((entry, index) => {
    const wrong = wrongSpace(entry, policy.spaces.slice(0, index), seat)
    return wrong ? [found(['spaces', index, ...wrong.below], wrong.code, wrong.slots)] : []
  })
  if (policy.spaces.length === 0 && ownSpaces(seat)) return refused(found(['spaces'], 'space-served', served(seat)))
  return strange.length > 0 ? refused(...strange) : { result: 'policy', policy }
}

const pathOf = (items: readonly { readonly key: unknown }[] = []): Path =>
  items.map(({ key }) => (typeof key === 'number' ? key : String(key)))

const printPath = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : /^[A-Za-z]\w*$/.test(key) ? `.${key}` : `["${key}"]`))
    .join('')
    .replace(/^\./, '')

interface Wrong {
  readonly code: string
  readonly slots: Misread['slots']
  /** Where in the entry. */
  readonly below: Path
}

/**
 * Where a program answers those who logged in, the spaces that let them in: it goes by what only their schemes know, so
 * others won't do.
 */
const ownSpaces = ({ original }: Taken) =>
  original?.served && original.spaces.length > 0 ? original.spaces : undefined
const served = (seat: Taken) => ({ spaces: ownSpaces(seat)?.join(', ') ?? '' })

/** Whether an entry names a space that isn't there, or one that can't be meant. */
function wrongSpace(entry: SpaceEntry, before: readonly SpaceEntry[], seat: Taken): Wrong | undefined {
  const own = ownSpaces(seat)
  if (typeof entry === 'object' && 'scheme' in entry)
    return own ? { code: 'space-served', slots: served(seat), below: [] } : undefined
  const [id, below] = typeof entry === 'string' ? [entry, []] : [entry.space, ['space']]
  const space = seat.spaces.find((each) => each.id === id)
  if (!space) return { code: 'space-unknown', slots: { id }, below }
  if (before.some((each) => each === id || (typeof each === 'object' && 'space' in each && each.space === id)))
    return { code: 'space-twice', slots: { id }, below }
  const renamed = typeof entry === 'object' && entry.realm !== space.realm
  if (own && (renamed || !own.includes(id))) return { code: 'space-served', slots: served(seat), below: [] }
  if (renamed && !frontKeys.includes(space.scheme))
    return { code: 'space-realm', slots: { id, realm: space.realm, schemes: frontKeys.join(', ') }, below: ['realm'] }
  return undefined
}
