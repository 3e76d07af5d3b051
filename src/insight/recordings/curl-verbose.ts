/**
 * What `curl -v` prints: `> ` before each line that was sent, `< ` before each that was received, `* ` before what curl
 * says itself, `{ ` and `} ` before how much data there was. Bodies come unmarked, and of responses only.
 */

import type { Span } from '../../protocol/text/span.ts'
import { compose, type Part } from './compose.ts'
import { transportAfter } from './connection.ts'
import { lineEnd } from './page.ts'
import { type Cut, messageOf } from './sighted.ts'
import { type Kind, mended } from './start-line.ts'
import { isBlank, linesOf, type TextLine } from './text-lines.ts'

/** With `--trace-time` and `--trace-ids` more stands before the mark. */
const MARKED = /^(?:(\d\d):(\d\d):(\d\d\.\d{1,9}) )?(?:\[\d+-\d+\] )?(?:([*<>])(?: |$)|([{}]) (?=\[\d+ bytes data\]))/
const OPENING = /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\d+-\d+\] )?(?:> [A-Z]+ \S.* HTTP\/\d|< HTTP\/\d)/m

export const isCurlVerbose = (text: string): boolean => OPENING.test(text)

/** curl doesn't end the line of a body before it goes on. */
const BEHIND_BODY =
  /\* (?:Connection #\d+ to host \S+ left intact|Closing connection(?: #?-?\d+)?|shutting down connection #\d+)$/

interface Marked {
  readonly mark?: string
  readonly own: Span
  readonly clock?: number
}

function marked(text: string, line: TextLine): Marked {
  // The progress meter goes back to the beginning of its line with a CR.
  const start = line.start + text.slice(line.start, line.end).lastIndexOf('\r') + 1
  const found = MARKED.exec(text.slice(start, Math.min(line.end, start + 60)))
  if (!found) return { own: { start, end: line.end } }
  const [before, hours, minutes, seconds, talk, data] = found
  const clock =
    hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
  return { mark: talk ?? data, own: { start: start + before.length, end: line.end }, clock }
}

/** A message while it grows. */
interface Growing {
  readonly kind: Kind
  readonly head: Part[]
  readonly body: Part[]
  readonly start: number
  readonly transport: Cut['transport']
  readonly clock?: number
  readonly version?: string
  open: boolean
  end: number
  /** How many octets were sent or received, if curl says so. */
  data: boolean
}

export function curlVerboseIn(text: string): readonly Cut[] {
  const done: Growing[] = []
  let now: Growing | undefined
  let transport: Cut['transport']
  let informed = false
  const begin = (kind: Kind, line: TextLine, { own, clock }: Marked) => {
    const { parts, version } = mended(text, own)
    const head = [...parts, ...lineEnd(line, own)]
    now = { kind, head, body: [], start: line.start, transport, clock, version, open: true, end: own.end, data: false }
    done.push(now)
  }
  for (const line of linesOf(text)) {
    const found = marked(text, line)
    const { mark, own } = found
    const content = text.slice(own.start, own.end)
    if (mark === '*') {
      transport = transportAfter(content, transport)
      informed = true
    } else if (mark === '{' || mark === '}') {
      if (now) now.data = true
    } else if (mark === undefined) {
      if (now?.open && content === '') {
        // Somebody took the mark from the empty line that ends the head.
        now.head.push(own, ...lineEnd(line, own))
        now.open = false
      } else if (now && !now.open && now.kind === 'response') bodyLine(text, now, line, own)
    } else {
      const kind: Kind = mark === '>' ? 'request' : 'response'
      const starts = /^HTTP\/\d|^[A-Z]+ \S.* HTTP\/\d/.test(content)
      if (!now?.open || now.kind !== kind || (starts && now.kind === 'response')) {
        if (starts) begin(kind, line, found)
        else if (content === '') continue
        else if (now && !now.open && now.kind === 'response')
          bodyLine(text, now, line, { start: line.start, end: line.end })
        continue
      }
      now.head.push(own, ...lineEnd(line, own))
      now.end = own.end
      if (content === '') now.open = false
    }
  }
  return done.map((each) => cutOf(text, each, informed))
}

function bodyLine(text: string, now: Growing, line: TextLine, own: Span): void {
  const tail = BEHIND_BODY.exec(text.slice(Math.max(own.start, own.end - 300), own.end))
  const end = tail ? own.end - tail[0].length : own.end
  if (isMeter(text.slice(own.start, Math.min(end, own.start + 120)))) return
  now.body.push({ start: own.start, end }, ...(tail ? [] : lineEnd(line, own)))
  if (!isBlank(text, { ...line, start: own.start, end })) now.end = end
}

/** `  % Total    % Received …`, and the numbers below. */
const isMeter = (line: string): boolean =>
  /^\s*(?:% Total {2}|Dload {2}Upload|\d{1,3} +[\d.]+[kMG]? +\d{1,3} +[\d.]+[kMG]? .*:)/.test(line)

function cutOf(text: string, each: Growing, informed: boolean): Cut {
  const body = withoutHeads(text, each.body)
  const composed = compose(text, [...each.head, ...body])
  const message = messageOf(composed, each.kind)
  const length = message.fields.find(({ name }) => name.text.toLowerCase() === 'content-length')?.value.text ?? ''
  const bodiless = message.body.text.trim() === ''
  return {
    message,
    composed,
    span: { start: each.start, end: each.end },
    version: each.version,
    transport: informed ? each.transport : undefined,
    clock: each.clock,
    unseen: bodiless && (each.data || /^0*[1-9]/.test(length)),
    excerpt: message.kind === 'response' && /^connection established$/i.test(message.line.reason.text),
  }
}

/** With `-i`, heads stand before the body once more. White space behind it is the terminal's. */
function withoutHeads(text: string, parts: readonly Part[]): readonly Part[] {
  let [from, inHead, first] = [0, false, true]
  const textOf = (part: Part) => (typeof part === 'string' ? part : text.slice(part.start, part.end))
  for (let n = 0; n < parts.length; n += 2) {
    const line = textOf(parts[n] ?? '')
    if (first && /^HTTP\/\d(?:\.\d)? \d{3}/.test(line)) inHead = true
    else if (!inHead) break
    first = inHead && line === ''
    if (first) {
      inHead = false
      from = n + 2
    }
  }
  let end = parts.length
  while (end > from && textOf(parts[end - 1] ?? '').trim() === '') end -= 1
  return parts.slice(from, end)
}
