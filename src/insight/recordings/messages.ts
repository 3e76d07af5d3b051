/** Raw messages, one after the other, as they are on the wire or in a log between other lines. */

import { type Body, bodyFrom, lengthOf } from './body-end.ts'
import { compose, type Part } from './compose.ts'
import { isLogLine, NO_PREFIX, type Prefix, unprefixed } from './log-prefix.ts'
import { lineEnd, type Page, pageOf, type Start } from './page.ts'
import { type Cut, messageOf } from './sighted.ts'
import { type Kind, mayStartMessage, mended, startsMessage } from './start-line.ts'
import type { TextLine } from './text-lines.ts'

/** Every message in the text; none where there is no start line. */
export function messagesIn(text: string): readonly Cut[] {
  const page = pageOf(text)
  const cuts: Cut[] = []
  let passed = false
  for (let n = page.heldFrom(0); n < page.lines.length; n = page.heldFrom(n)) {
    const start = page.startOf(n) ?? (cuts.length === 0 && !passed ? brokenStart(page, n) : undefined)
    if (!start) {
      passed = true
      n += 1
      continue
    }
    let next = messageAt(page, n, start, passed)
    cuts.push(next.cut)
    // Messages whose bodies end without a line end share lines.
    while (next.body.from !== undefined) {
      next = messageAt(page, next.body.next, { ...start, kind: kindAt(page, next.body) }, passed, next.body.from)
      cuts.push(next.cut)
    }
    n = next.body.next
  }
  return cuts
}

const kindAt = (page: Page, { from, next }: Body): Kind =>
  startsMessage(page.textOf({ start: from ?? 0, end: page.lines[next]?.end ?? 0 })) ?? 'response'

function brokenStart(page: Page, n: number): Start | undefined {
  const [line, next] = [page.lines[n], page.lines[n + 1]]
  const kind = line && mayStartMessage(page.textOf(line), next ? page.textOf(next) : '')
  return kind && { kind, prefix: NO_PREFIX }
}

/** The message whose start line is line `n`, or stands in it `from` there on. */
function messageAt(page: Page, n: number, start: Start, passed: boolean, from?: number) {
  const { text, lines } = page
  const line = lines[n] as TextLine
  const own = from === undefined ? (unprefixed(text, line, start.prefix) ?? line) : { start: from, end: line.end }
  const { parts: first, version } = mended(text, own)
  const { parts: fields, next, end } = headFrom(page, n + 1, start.prefix)
  const headParts = [...first, ...lineEnd(line, own), ...fields]
  const message = messageOf(compose(text, headParts), start.kind)
  const body = bodyFrom(page, next, { message, prefix: start.prefix, log: passed || start.prefix.length > 0 })
  const composed = compose(text, [...headParts, ...body.parts])
  const whole = body.parts.length === 0 ? message : messageOf(composed, start.kind)
  const tunnel = message.kind === 'response' && /^connection established$/i.test(message.line.reason.text)
  const cut: Cut = {
    message: whole,
    composed,
    span: { start: own.start, end: body.parts.length === 0 ? Math.max(end, own.end) : body.end },
    version,
    unseen: whole.body.text === '' && (lengthOf(message) ?? 0) > 0,
    excerpt: tunnel,
  }
  return { cut, body }
}

interface Fields {
  readonly parts: readonly Part[]
  readonly end: number
  readonly next: number
}

/** The fields: to the empty line, or to what can't be one of them. */
function headFrom(page: Page, from: number, prefix: Prefix): Fields {
  const { text, lines, textOf } = page
  const parts: Part[] = []
  let end = 0
  for (let n = from; n < lines.length; n += 1) {
    const line = lines[n] as TextLine
    const own = unprefixed(text, line, prefix)
    if (page.startOf(n) || (own && prefix.length === 0 && isLogLine(textOf(own)))) return { parts, end, next: n }
    if (!own) continue
    parts.push(own, ...lineEnd(line, own))
    if (textOf(own) === '') return { parts, end, next: n + 1 }
    end = own.end
  }
  return { parts, end, next: lines.length }
}
