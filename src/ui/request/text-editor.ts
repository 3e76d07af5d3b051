/** What the plain text field and the rich editor have in common, so that one can take the place of the other. */

import type { Ref } from 'react'
import type { Span } from '../../protocol/text/span.ts'

/** Offsets in the text as it is shown. */
export interface Selected extends Span {
  /** The caret stands at its start. */
  readonly backward: boolean
}

export interface TextEditor {
  /** What stands in it at this moment, which the page may not have heard of or told it yet. */
  text(): string
  hasFocus(): boolean
  selected(): Selected
  select(selected: Selected, focus: boolean): void
}

export interface TextEditorProps {
  readonly ref: Ref<TextEditor>
  /** As it is shown: lines end with LF. */
  readonly text: string
  readonly marks: readonly Span[]
  readonly onWrite: (text: string) => void
}
