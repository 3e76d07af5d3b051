/** Lines of a message, ended by CRLF or by a bare LF (RFC 9112 §2.2). */

import { whitespace } from './grammar.ts'
import type { Fault } from './message.ts'

export interface Line {
  readonly start: number
  /** Where its text ends, before the line end. */
  readonly end: number
  /** Where the next line begins. */
  readonly next: number
}

/** `CRLF = CR LF`, RFC 5234 §B.1; a recipient may take a bare LF for it, RFC 9112 §2.2. */
export function lineAt(source: string, start: number): Line {
  const lf = source.indexOf('\n', start)
  if (lf < 0) return { start, end: source.length, next: source.length }
  return { start, end: lf > start && source[lf - 1] === '\r' ? lf - 1 : lf, next: lf + 1 }
}

/** `obs-fold = OWS CRLF RWS`, RFC 9112 §5.2: the last of the lines that begin with white space, and so go with `first`. */
export function lastFold(source: string, first: Line): Line {
  let last = first
  while (last.next < source.length && whitespace(source.charCodeAt(last.next))) last = lineAt(source, last.next)
  return last
}

/** How this source ends its lines: as its first line does. */
export function lineEndOf(source: string): '\r\n' | '\n' {
  const lf = source.indexOf('\n')
  return lf > 0 && source[lf - 1] === '\r' ? '\r\n' : '\n'
}

/** Each CR without its LF before `end`: never valid outside the content, RFC 9112 §2.2. */
export function bareCrs(source: string, end: number): readonly Fault[] {
  const faults: Fault[] = []
  for (let cr = source.indexOf('\r'); cr >= 0 && cr < end; cr = source.indexOf('\r', cr + 1)) {
    if (source[cr + 1] !== '\n') faults.push({ code: 'line-bare-cr', span: { start: cr, end: cr + 1 }, expected: 'LF' })
  }
  return faults
}
