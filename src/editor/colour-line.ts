/** The same colours, line by line: an editor asks for one line at a time and remembers what stood above it. */

import { type Colour, colours } from './colours.ts'

/** What a line has to know of those above it: which part of the message it is in, and the field that it may continue. */
export type Above =
  | { readonly part: 'start' }
  | { readonly part: 'fields'; readonly field: string }
  | { readonly part: 'body' }

export const TOP: Above = { part: 'start' }

/** Any start line does: a field's colours do not depend on it. */
const START = 'GET / HTTP/1.1\n'

export const sameAbove = (one: Above, other: Above): boolean =>
  one.part === other.part && (one.part !== 'fields' || one.field === (other as typeof one).field)

function below(line: string, above: Above): Above {
  if (above.part === 'body') return above
  if (above.part === 'start') return line === '' ? above : { part: 'fields', field: '' }
  if (line === '') return { part: 'body' }
  return { part: 'fields', field: `${/^[ \t]/.test(line) ? above.field : ''}${line}\n` }
}

/** The colours of a line without its line end, with spans in it, and what the next line has to know. */
export function colourLine(line: string, above: Above): { readonly colours: readonly Colour[]; readonly above: Above } {
  const before = above.part === 'fields' ? START + above.field : above.part === 'body' ? `${START}\n` : ''
  const by = before.length
  const here = colours(before + line).flatMap(({ kind, span: { start, end } }) =>
    end > by ? [{ kind, span: { start: Math.max(start - by, 0), end: end - by } }] : [],
  )
  return { colours: here, above: below(line, above) }
}
