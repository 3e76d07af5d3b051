/**
 * Where the entries of an HTTP Archive stand in its text (HAR 1.2, `log.entries`). Only brackets and strings are looked
 * at: each entry can be read when it is needed, and one that is broken, or a file that was cut off, spoils no other.
 */

import type { Span } from '../../protocol/text/span.ts'

export interface Har {
  readonly text: string
  readonly entries: readonly Span[]
  /** The file ends where it should. */
  readonly complete: boolean
}

const OPENING = /^\s*\{\s*"log"\s*:\s*\{/

/** `log` need not stand first, so both names are enough, near the beginning or anywhere. */
export const isHar = (text: string): boolean => {
  const start = text.slice(0, 2000).replace('\uFEFF', '')
  return OPENING.test(start) || (/^\s*\{/.test(start) && start.includes('"log"') && text.includes('"entries"'))
}

/** Behind the string that begins at `at`; the end of the text where it never ends. */
function stringEnd(text: string, at: number): number {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = quote
    while (text[slashes - 1] === '\\') slashes -= 1
    if ((quote - slashes) % 2 === 0) return quote + 1
  }
  return text.length
}

const MARK = /["{}[\]]/g

/** `log` and `entries` may stand anywhere among their neighbours; names within deeper objects don't count. */
export function harEntries(text: string): Har {
  const entries: Span[] = []
  const mark = new RegExp(MARK)
  let [depth, name, entry] = [0, '', 0]
  // The depth in which the objects of `log` and the elements of `entries` are, once they have been met.
  let [log, list] = [-1, -1]
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const [char] = found
    const at = found.index
    if (char === '"') {
      const end = stringEnd(text, at)
      if (list < 0) name = text.slice(at + 1, Math.min(end - 1, at + 20))
      mark.lastIndex = end
    } else if (char === '{' || char === '[') {
      depth += 1
      if (char === '{' && depth === 2 && name === 'log') log = depth
      if (char === '[' && log > 0 && depth === log + 1 && name === 'entries') list = depth
      if (list > 0 && depth === list + 1) entry = at
    } else {
      if (list > 0 && depth === list + 1) entries.push({ start: entry, end: at + 1 })
      if (depth === list) list = -2
      depth -= 1
      if (list === -2) return { text, entries, complete: true }
    }
  }
  return { text, entries, complete: false }
}
