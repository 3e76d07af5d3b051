/** Cuts a message into the runs of text that are drawn: each is a part with a note, or what stands between two. */

import type { Note } from '../../insight/note.ts'
import type { HttpMessage } from '../../protocol/http/message.ts'
import { covers, type Span } from '../../protocol/text/span.ts'

export type Tone = 'method' | 'version' | 'name'

/** Text that looks the same from its first letter to its last. */
export interface Piece {
  readonly start: number
  readonly text: string
  readonly tone?: Tone
  readonly marked: boolean
}

export interface Run {
  readonly start: number
  /** Place of the note among all, from 0; absent between parts. */
  readonly note?: number
  readonly pieces: readonly Piece[]
}

/** Runs in reading order; their texts together are the source, without the empty lines at its end. */
export function runsOf(message: HttpMessage, notes: readonly Note[], marks: readonly Span[]): readonly Run[] {
  const end = message.source.trimEnd().length
  const tones = tonesOf(message)
  const spans = [...notes, ...tones].map(({ span }) => span).concat(marks)
  const cuts = [...new Set([0, end, ...spans.flatMap((each) => [each.start, each.end])])]
    .filter((cut) => cut >= 0 && cut <= end)
    .sort((one, other) => one - other)
  const runs: { start: number; note?: number; pieces: Piece[] }[] = []
  cuts.slice(0, -1).forEach((start, index) => {
    const span = { start, end: cuts[index + 1] ?? end }
    const found = notes.findIndex((note) => covers(note.span, span))
    const note = found < 0 ? undefined : found
    const piece = {
      start,
      text: message.source.slice(span.start, span.end),
      tone: tones.find((each) => covers(each.span, span))?.tone,
      marked: marks.some((mark) => covers(mark, span)),
    }
    const last = runs.at(-1)
    if (last && last.note === note) last.pieces.push(piece)
    else runs.push({ start, note, pieces: [piece] })
  })
  return runs
}

function tonesOf({ line, fields }: HttpMessage): readonly { readonly span: Span; readonly tone: Tone }[] {
  const method = 'method' in line ? [{ span: line.method.span, tone: 'method' } as const] : []
  const names = fields.map(({ name, value, span }) => {
    const colon = Math.min(name.span.end + 1, value.span.start, span.end)
    return { span: { start: name.span.start, end: colon }, tone: 'name' } as const
  })
  return [...method, { span: line.version.span, tone: 'version' }, ...names]
}
