/**
 * What the editor asks while somebody writes a message, and what it gets: places and words. `ui` answers, for it has the
 * session and the language. Offsets count in the text that is asked about, whose lines end with LF.
 */

import type { Span } from '../protocol/text/span.ts'

/** An explanation of the part under the pointer. In `text`, `backticks` make code; nothing else is read as markup. */
export interface Hover {
  readonly span: Span
  readonly title: string
  readonly text: string
  readonly link?: { readonly label: string; readonly href: string }
}

/** Something that could stand at the caret. */
export interface Completion {
  readonly label: string
  readonly insert: string
  /** What `insert` replaces: never more than one line, and the caret is in it or at its edge. */
  readonly span: Span
  /** Where the caret goes in `insert`; absent: behind it. */
  readonly caret?: number
  readonly detail?: string
  readonly kind: 'method' | 'host' | 'path' | 'field' | 'scheme' | 'param' | 'value'
}

/** Something that a rule or the grammar has to say about a place. */
export interface Marker {
  readonly span: Span
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  /** What it is called, and where that is explained. */
  readonly code: string
  readonly href?: string
  readonly fix?: { readonly title: string; readonly span: Span; readonly insert: string }
}

export interface Assist {
  hover(source: string, offset: number): Hover | undefined
  /** All that fits the place: the editor filters by what is typed. */
  complete(source: string, offset: number): readonly Completion[]
  /** Asked some time after the last change, never while somebody types. */
  markers(source: string): readonly Marker[]
}
