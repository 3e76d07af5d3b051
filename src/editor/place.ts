/** Monaco's lines and columns from our spans, and back. The model's text has LF, so its offsets are ours. */

import * as monaco from 'monaco-editor/editor/editor.api'
import type { Span } from '../protocol/text/span.ts'

type Model = monaco.editor.ITextModel

/** What lies outside the text, as of an older one, is drawn in to its end. */
export const rangeOf = (model: Model, { start, end }: Span): monaco.Range =>
  monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end))

export const spanOf = (model: Model, range: monaco.IRange): Span => ({
  start: model.getOffsetAt({ lineNumber: range.startLineNumber, column: range.startColumn }),
  end: model.getOffsetAt({ lineNumber: range.endLineNumber, column: range.endColumn }),
})
