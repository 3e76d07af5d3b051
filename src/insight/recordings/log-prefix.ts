/** What stands before the lines of a message in a log: a time, a level, a name, an arrow. */

import type { Span } from '../../protocol/text/span.ts'
import { type Kind, startsField, startsMessage } from './start-line.ts'
import type { TextLine } from './text-lines.ts'

export interface Prefix {
  readonly length: number
  /** Its text with each digit a 0: the time goes on from line to line. */
  readonly shape: string
  /** The lines are quoted, as Apache's HttpClient logs the wire: `>> "GET / HTTP/1.1[\r][\n]"`. */
  readonly quoted: boolean
}

export const NO_PREFIX: Prefix = { length: 0, shape: '', quoted: false }

/** Longer ones are other things. */
const LONGEST = 200

const shapeOf = (text: string): string => text.replace(/\d/g, '0')

/** A line that a program logs about something else. */
const LOG_LINE =
  /^(?:\[?\d{4}-\d\d-\d\d[T ]|\d\d:\d\d:\d\d\b|\[\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|(?:DEBUG|INFO|WARN|WARNING|ERROR|TRACE|FATAL)\b)/

export const isLogLine = (line: string): boolean => LOG_LINE.test(line)

/** The line without its prefix; undefined where it has another. */
export function unprefixed(text: string, line: TextLine, prefix: Prefix): Span | undefined {
  const { start, end } = line
  if (prefix.length === 0) return { start, end }
  const before = text.slice(start, start + prefix.length)
  // Editors take away the white space at the end of a line, and so at the end of an empty line's prefix.
  if (shapeOf(before) !== prefix.shape) {
    return shapeOf(text.slice(start, end)) === prefix.shape.trimEnd() ? { start: end, end } : undefined
  }
  const at = Math.min(start + prefix.length, end)
  return prefix.quoted ? { start: at, end: unquoted(text, at, end) } : { start: at, end }
}

function unquoted(text: string, start: number, end: number): number {
  const tail = /(?:\[\\r\])?(?:\[\\n\])?"?$/.exec(text.slice(Math.max(start, end - 12), end))
  return end - (tail?.[0].length ?? 0)
}

/** A start line in the midst of a line, if the next line goes on with the same prefix and a field. */
export function prefixedStart(
  text: string,
  line: TextLine,
  next: TextLine | undefined,
): { readonly kind: Kind; readonly prefix: Prefix } | undefined {
  const head = text.slice(line.start, Math.min(line.end, line.start + 2000))
  if (!head.includes('HTTP/')) return undefined
  const found =
    /(?:^|[\s">|:\]])(?=(?:[A-Z]{3,20} (?:\/|\*|https?:|[\w.-]{1,100}:\d)\S{0,1000} HTTP\/\d|HTTP\/\d(?:\.\d)? \d{3}))/.exec(
      head,
    )
  const length = found ? found.index + found[0].length : 0
  if (length === 0 || length > LONGEST) return undefined
  const quoted = head[length - 1] === '"'
  const prefix: Prefix = { length, shape: shapeOf(head.slice(0, length)), quoted }
  const own = unprefixed(text, line, prefix)
  const kind = own && startsMessage(text.slice(own.start, own.end))
  const second = next && unprefixed(text, next, prefix)
  return kind && second && startsField(text.slice(second.start, second.end)) ? { kind, prefix } : undefined
}
