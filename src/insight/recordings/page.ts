/** A pasted text as lines, and which of them begin messages: asked often, found out once. */

import type { Span } from '../../protocol/text/span.ts'
import type { Part } from './compose.ts'
import { NO_PREFIX, type Prefix, prefixedStart } from './log-prefix.ts'
import { type OctetCount, octetCount } from './octet-count.ts'
import { type Kind, startsMessage } from './start-line.ts'
import { isBlank, linesOf, type TextLine } from './text-lines.ts'

export interface Start {
  readonly kind: Kind
  readonly prefix: Prefix
}

export interface Page {
  readonly text: string
  readonly lines: readonly TextLine[]
  readonly octets: OctetCount
  textOf(span: Span): string
  startOf(line: number): Start | undefined
  /** The first line from there on that holds anything; the number of lines where there is none. */
  heldFrom(line: number): number
}

export function pageOf(text: string): Page {
  const lines = linesOf(text)
  const starts = new Map<number, Start | undefined>()
  const held: number[] = []
  for (let n = lines.length - 1, next = lines.length; n >= 0; n -= 1) {
    if (!isBlank(text, lines[n] as TextLine)) next = n
    held[n] = next
  }
  const textOf = ({ start, end }: Span) => text.slice(start, end)
  const find = (n: number): Start | undefined => {
    const line = lines[n]
    if (!line) return undefined
    const kind = startsMessage(textOf(line))
    return kind ? { kind, prefix: NO_PREFIX } : prefixedStart(text, line, lines[n + 1])
  }
  return {
    text,
    lines,
    octets: octetCount(text, lines),
    textOf,
    startOf(n) {
      if (!starts.has(n)) starts.set(n, find(n))
      return starts.get(n)
    },
    heldFrom: (n) => held[n] ?? lines.length,
  }
}

/** The line end as it stands where it follows what was taken of the line; else one of ours. */
export function lineEnd({ end, breaks, next }: TextLine, own: Span): readonly Part[] {
  if (own.end === end && breaks === end) return [{ start: breaks, end: next }]
  return next > end ? ['\n'] : []
}
