/** The coloured text cut into lines, each into the runs that are drawn in one way. */

import type { Colour, ColourKind } from '../../editor/colours.ts'
import type { Span } from '../../protocol/text/span.ts'

export interface PaintedRun {
  readonly start: number
  readonly text: string
  readonly kind: ColourKind
  readonly marked: boolean
}

export interface PaintedLine {
  readonly start: number
  readonly runs: readonly PaintedRun[]
}

/** `colours` and `marks` are places in `text`; where no colour is known all is plain. */
export function paintedLines(text: string, colours: readonly Colour[], marks: readonly Span[]): readonly PaintedLine[] {
  const places = [...colours.map(({ span }) => span), ...marks]
  const cuts = [...new Set(places.flatMap(({ start, end }) => [start, end]))].sort((one, other) => one - other)
  let [nextCut, nextColour, lineStart] = [0, 0, 0]
  return text.split('\n').map((line) => {
    const [start, end] = [lineStart, lineStart + line.length]
    lineStart = end + 1
    const runs: PaintedRun[] = []
    for (let at = start; at < end; ) {
      while ((cuts[nextCut] ?? end) <= at) nextCut += 1
      while ((colours[nextColour]?.span.end ?? end) <= at) nextColour += 1
      const stop = Math.min(cuts[nextCut] ?? end, end)
      const kind = colours[nextColour]?.kind ?? 'plain'
      const marked = marks.some((mark) => mark.start <= at && stop <= mark.end)
      runs.push({ start: at, text: text.slice(at, stop), kind, marked })
      at = stop
    }
    return { start, runs }
  })
}
