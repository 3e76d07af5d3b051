/** What `curl --trace-ascii` and `--trace` write: every piece of data with its direction, in rows with offsets. */

import { utf8Text } from '../../protocol/text/octets.ts'
import { type Composed, compose, type Part, recompose } from './compose.ts'
import { transportAfter } from './connection.ts'
import { chunksIn } from './dechunked.ts'
import { type Cut, messageOf } from './sighted.ts'
import { type Kind, mended, startsMessage } from './start-line.ts'
import { linesOf, type TextLine } from './text-lines.ts'

const BLOCK =
  /^(?:(\d\d):(\d\d):(\d\d\.\d{1,9}) )?(?:\[\d+-\d+\] )?(?:(=>|<=) (Send|Recv) (header|data)(?:, (\d+) bytes)?|(==) Info: ?(.{0,500})|(?:=>|<=) (?:Send|Recv) SSL)/
const ROW = /^([\da-f]{4,16}): /
const HEX_ROW = /^[\da-f]{4,16}: ((?:[\da-f]{2} ){1,16}) *(?:.{0,16})$/

export const isCurlTrace = (text: string): boolean =>
  /^(?:\d\d:\d\d:\d\d\.\d+ )?(?:\[\d+-\d+\] )?(?:=> Send|<= Recv) header/m.test(text)

/** Neighbouring blocks of a direction: a head, and what of the body follows. */
interface Growing {
  readonly kind: Kind
  readonly start: number
  readonly transport: Cut['transport']
  readonly clock?: number
  readonly parts: Part[]
  readonly octets: number[]
  end: number
}

export function curlTraceIn(text: string): readonly Cut[] {
  const done: Growing[] = []
  let now: Growing | undefined
  let transport: Cut['transport']
  let informed = false
  let rows: TextLine[] = []
  let size: number | undefined
  let taken = false
  const close = () => {
    if (now && taken) addRows(text, now, rows, size)
    rows = []
    taken = false
  }
  for (const line of linesOf(text)) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 700))
    const block = BLOCK.exec(content)
    if (!block) {
      if (taken && ROW.test(content)) rows.push(line)
      continue
    }
    close()
    const [, hours, minutes, seconds, direction, , what, bytes, info, said = ''] = block
    if (info) {
      transport = transportAfter(said, transport)
      informed = true
    }
    if (!direction) continue
    const kind: Kind = direction === '=>' ? 'request' : 'response'
    size = bytes === undefined ? undefined : Number(bytes)
    taken = true
    // A header block opens a message; those that follow it in the same direction, before any data, go on with it.
    const goesOn = now?.kind === kind && (what === 'data' || !isClosed(text, now))
    if (goesOn) continue
    if (what === 'data') {
      taken = false
      continue
    }
    const clock =
      hours === undefined ? undefined : (Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000
    now = { kind, start: line.start, transport, clock, parts: [], octets: [], end: line.end }
    done.push(now)
  }
  close()
  return done.flatMap((each) => cutOf(text, each, informed))
}

const lastText = (text: string, part: Part | undefined): string =>
  typeof part === 'string' ? part : part ? text.slice(part.start, part.end) : ''

/** Whether the head has had its empty line. */
function isClosed(text: string, { parts, octets }: Growing): boolean {
  if (octets.length > 0) return octets.at(-1) === 10 && octets.at(-3) === 10
  return lastText(text, parts.at(-1)) === '\r\n' && lastText(text, parts.at(-2)) === '\r\n'
}

/** Rows of hex hold the octets; others the characters, in which a row ends at a CRLF, which is not shown. */
function addRows(text: string, now: Growing, rows: readonly TextLine[], size: number | undefined): void {
  const hex = rows.length > 0 && rows.every((row) => HEX_ROW.test(text.slice(row.start, row.end)))
  for (const [n, row] of rows.entries()) {
    const [label = '', digits = ''] = ROW.exec(text.slice(row.start, row.start + 20)) ?? []
    now.end = row.end
    if (hex) {
      const octets = HEX_ROW.exec(text.slice(row.start, row.end))?.[1]?.trim().split(' ') ?? []
      for (const octet of octets) now.octets.push(Number.parseInt(octet, 16))
      continue
    }
    const start = Math.min(row.start + label.length, row.end)
    const next = rows[n + 1]
    const following = next ? offsetOf(text, next) : size
    const gap = following === undefined ? 2 : following - Number.parseInt(digits, 16) - (row.end - start)
    if (row.end > start) now.parts.push({ start, end: row.end })
    if (gap >= 2) now.parts.push('\r\n')
  }
}

const offsetOf = (text: string, row: TextLine): number =>
  Number.parseInt(ROW.exec(text.slice(row.start, row.start + 20))?.[1] ?? '', 16)

function cutOf(text: string, each: Growing, informed: boolean): readonly Cut[] {
  const composed =
    each.octets.length > 0 ? fromOctets(each.octets) : withLineFeeds(withoutChunks(mendedStart(text, each.parts)))
  const message = messageOf(composed, each.kind)
  if (startsMessage(composed.source.slice(0, composed.source.search(/\r?\n|$/))) === undefined) return []
  const { start, end, transport, clock } = each
  return [{ message, composed, span: { start, end }, transport: informed ? transport : undefined, clock }]
}

/** The start line is the first run: it may have to be written anew. */
function mendedStart(text: string, [first, ...rest]: readonly Part[]): Composed {
  if (first === undefined) return { source: '', pieces: [] }
  return compose(text, [...(typeof first === 'string' ? [first] : mended(text, first).parts), ...rest])
}

const isChunked = (head: string): boolean => /^transfer-encoding:[^\n]*\bchunked/im.test(head)

function withoutChunks(composed: Composed): Composed {
  const { source } = composed
  const body = source.indexOf('\r\n\r\n') + 4
  if (body < 4 || !isChunked(source.slice(0, body))) return composed
  const chunks = chunksIn(source, body)
  return chunks ? recompose(composed, [{ start: 0, end: body }, ...chunks]) : composed
}

/** A line feed within a row is shown as a dot: in JSON one can tell it from a real one (RFC 8259 §2). */
function withLineFeeds(composed: Composed): Composed {
  const { source } = composed
  const body = source.indexOf('\r\n\r\n') + 4
  if (body < 4 || !/^[.\s]*[{[]/.test(source.slice(body, body + 100))) return composed
  const parts: Part[] = []
  let [quoted, from] = [false, 0]
  for (let at = body; at < source.length; at += 1) {
    const char = source[at]
    if (char === '"') quoted = !quoted
    else if (quoted && char === '\\') at += 1
    else if (!quoted && char === '.' && !/\d\.\d/.test(source.slice(at - 1, at + 2))) {
      parts.push({ start: from, end: at }, '\n')
      from = at + 1
    }
  }
  return recompose(composed, [...parts, { start: from, end: source.length }])
}

/** Octets as the text that they spell; a character for each where they spell none. */
function fromOctets(octets: readonly number[]): Composed {
  const latin = octets.map((octet) => String.fromCharCode(octet)).join('')
  const { source } = withoutChunks(mendedText(latin))
  return { source: utf8Text(Uint8Array.from(source, (char) => char.charCodeAt(0))) ?? source, pieces: [] }
}

function mendedText(latin: string): Composed {
  const end = latin.search(/\r?\n|$/)
  const { source } = compose(latin, [...mended(latin, { start: 0, end }).parts, { start: end, end: latin.length }])
  return { source, pieces: [] }
}
