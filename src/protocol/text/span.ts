/** Where a piece of text stands in its source. */

/** Half-open range in UTF-16 code units, as editors count, so that nothing converts. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A piece of the source together with its place. */
export interface Token {
  readonly text: string
  readonly span: Span
}

export const span = (start: number, end: number): Span => ({ start, end })

/** The token of `source` that stands at `start` to `end`. */
export const token = (source: string, start: number, end: number): Token => ({
  text: source.slice(start, end),
  span: { start, end },
})

/** The same place after `by` units were put before it. */
export const shift = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by })

/** Whether `inner` lies wholly in `outer`. */
export const covers = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end
