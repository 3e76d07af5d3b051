/** What there is to say about the first line of a message, and the section that defines its method or status. */

import type { HttpMessage } from '../protocol/http/message.ts'
import type { Cite } from '../protocol/text/cite.ts'
import type { Token } from '../protocol/text/span.ts'
import type { Note } from './note.ts'

/** A note before it has its id, which begins with its path. */
export type NoteDraft = Omit<Note, 'id'> & { readonly path: string }

/** The parts of a request-line or status-line, in reading order; an absent one is an empty span. */
export function startLineNotes({ line }: Pick<HttpMessage, 'line'>): readonly NoteDraft[] {
  const version = part('version', line.version, 'RFC 9112 §2.3')
  if ('method' in line) {
    const { method, target } = line
    return [
      part('method', method, METHODS.get(method.text) ?? 'RFC 9110 §9.1', [`http.method.${method.text}`]),
      part('target', target, 'RFC 9112 §3.2'),
      version,
    ]
  }
  const { status, reason, code } = line
  const known = Number.isNaN(code) ? [] : [`http.status.${code}`, `http.status.${Math.floor(code / 100)}xx`]
  return [version, part('status', status, statusCite(code), known), part('reason', reason, 'RFC 9112 §4')]
}

const part = (role: string, { text, span }: Token, cite: Cite, particular: readonly string[] = []): NoteDraft => ({
  path: role,
  span,
  label: text,
  keys: [...particular, `http.${role}`],
  slots: { value: text },
  cite,
  decoded: [],
})

const METHODS: ReadonlyMap<string, Cite> = new Map<string, Cite>([
  ['GET', 'RFC 9110 §9.3.1'],
  ['HEAD', 'RFC 9110 §9.3.2'],
  ['POST', 'RFC 9110 §9.3.3'],
  ['PUT', 'RFC 9110 §9.3.4'],
  ['DELETE', 'RFC 9110 §9.3.5'],
  ['CONNECT', 'RFC 9110 §9.3.6'],
  ['OPTIONS', 'RFC 9110 §9.3.7'],
  ['TRACE', 'RFC 9110 §9.3.8'],
  ['PATCH', 'RFC 5789 §2'],
])

/** Statuses that stand elsewhere, or out of the order of their numbers. */
const STATUSES: Readonly<Record<number, Cite>> = {
  421: 'RFC 9110 §15.5.20',
  422: 'RFC 9110 §15.5.21',
  426: 'RFC 9110 §15.5.22',
  428: 'RFC 6585 §3',
  429: 'RFC 6585 §4',
  431: 'RFC 6585 §5',
  511: 'RFC 6585 §6',
}

/** The last status of each class up to which the sections of RFC 9110 §15.2 to §15.6 go by number. */
const LAST: Readonly<Record<number, number>> = { 1: 101, 2: 206, 3: 308, 4: 417, 5: 505 }

/** RFC 9110 §15.5.2 is 401's section: the first of each class has number 1. */
function statusCite(code: number): Cite {
  const elsewhere = STATUSES[code]
  if (elsewhere) return elsewhere
  const family = Math.floor(code / 100)
  const last = LAST[family]
  if (last === undefined) return 'RFC 9110 §15'
  return code <= last ? `RFC 9110 §15.${family + 1}.${(code % 100) + 1}` : `RFC 9110 §15.${family + 1}`
}
