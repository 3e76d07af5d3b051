/** Where the body of a recorded message ends: where its length says, or before the next message. */

import { fieldsNamed } from '../../protocol/http/field.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import type { Part } from './compose.ts'
import { isLogLine, type Prefix, unprefixed } from './log-prefix.ts'
import { lineEnd, type Page } from './page.ts'
import { startsField, startsMessage } from './start-line.ts'
import type { TextLine } from './text-lines.ts'

export interface Body {
  readonly parts: readonly Part[]
  readonly end: number
  /** The line that comes behind it, and from where on: a body without a line end is followed in its own line. */
  readonly next: number
  readonly from?: number
}

export interface Head {
  readonly message: HttpMessage
  readonly prefix: Prefix
  /** Other lines stand around the message. */
  readonly log: boolean
}

const fieldValue = ({ message }: Head, name: string): string => fieldsNamed(message, name)[0]?.value.text ?? ''

/** `Content-Length = 1*DIGIT`, RFC 9110 §8.6; undefined where there is none that could be right. */
export function lengthOf(message: HttpMessage): number | undefined {
  const text = fieldsNamed(message, 'Content-Length')[0]?.value.text ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

/** The body that begins with line `from`. */
export const bodyFrom = (page: Page, from: number, head: Head): Body =>
  byLength(page, from, head) ?? byBorder(page, from, head)

/** RFC 9112 §6.3: by `Content-Length`, if what ends there ends plausibly: editors change line ends, people change bodies. */
function byLength(page: Page, from: number, head: Head): Body | undefined {
  const length = lengthOf(head.message)
  if (length === undefined || head.prefix.length > 0) return undefined
  const place = page.octets.after(from, length)
  const line = place && page.lines[place.line]
  if (!place) return undefined
  if (!line)
    return { parts: linesBetween(page, from, page.lines.length), end: page.text.length, next: page.lines.length }
  const rest = page.text.slice(place.at, Math.min(line.end, place.at + 20_000))
  const parts = () => [...linesBetween(page, from, place.line), { start: line.start, end: place.at }]
  if (rest.trim() !== '') {
    // Behind a body that doesn't end its line curl goes on in the same line.
    if (startsMessage(rest) !== undefined) return { parts: parts(), end: place.at, next: place.line, from: place.at }
    const whole = place.at === line.start && length > 0
    return whole ? { parts: parts(), end: place.at, next: place.line } : undefined
  }
  const held = page.heldFrom(place.line + 1)
  const plausible = length > 0 || held === page.lines.length || page.startOf(held) !== undefined
  return plausible ? { parts: parts(), end: place.at, next: place.line + 1 } : undefined
}

function linesBetween({ lines }: Page, from: number, to: number): readonly Part[] {
  const parts: Part[] = []
  for (let n = from; n < to; n += 1) {
    const line = lines[n] as TextLine
    parts.push({ start: line.start, end: line.end }, { start: line.end, end: line.next })
  }
  return parts
}

/** Drawn between messages by people and by tools. */
const SEPARATOR = /^(?:-{3,}|={3,}|#{3,}.*|\*{3,})\s*$/
const isSeparator = (line: string): boolean => line.length < 200 && SEPARATOR.test(line)

/** Before the next message, which begins behind an empty line or goes on with a field; without the empty lines before it. */
function byBorder(page: Page, from: number, head: Head): Body {
  const { lines, textOf } = page
  const nested = /^message\/http\b/i.test(fieldValue(head, 'Content-Type'))
  const parts: Part[] = []
  // How many parts there were behind the last line that held something, and where it ended.
  let [kept, end, last] = [0, lines[from]?.start ?? page.text.length, '']
  let [keptBefore, endBefore] = [0, end]
  let empty = true
  let n = mayHaveBody(head) ? from : page.heldFrom(from)
  for (; n < lines.length && mayHaveBody(head); n += 1) {
    const line = lines[n] as TextLine
    const begins =
      !nested && page.startOf(n) !== undefined && (empty || head.log || isSeparator(last) || fieldsFollow(page, n))
    const own = unprefixed(page.text, line, head.prefix)
    const content = own ? textOf(own) : ''
    if (begins || (head.log && own && isLogLine(content))) break
    if (!own) continue
    parts.push(own)
    empty = content.trim() === ''
    if (!empty) {
      ;[keptBefore, endBefore] = [kept, end]
      ;[kept, end, last] = [parts.length, own.end, content]
    }
    parts.push(...lineEnd(line, own))
  }
  const drawn = n < lines.length && isSeparator(last)
  return drawn
    ? { parts: parts.slice(0, keptBefore), end: endBefore, next: n }
    : { parts: parts.slice(0, kept), end, next: n }
}

/** curl prints a second response right behind the last line of the first one's body. */
function fieldsFollow({ lines, textOf }: Page, n: number): boolean {
  const line = lines[n + 1]
  return line !== undefined && startsField(textOf(line))
}

/** In a log what stands behind a head is a body only if the head says so (RFC 9112 §6.3). */
function mayHaveBody(head: Head): boolean {
  const { message, log } = head
  if (!log) return true
  const announced = fieldValue(head, 'Transfer-Encoding') !== '' || (lengthOf(message) ?? 0) > 0
  if (message.kind === 'request') return announced
  const { code } = message.line
  return announced || !(code < 200 || code === 204 || code === 304 || lengthOf(message) === 0)
}
