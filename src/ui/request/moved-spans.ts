/** Where parts of an older text stand in a newer one, as far as they are still there. */

import { difference } from '../../editor/difference.ts'
import { type Span, shift } from '../../protocol/text/span.ts'

/** Spans that touch what was changed are gone. */
export function movedSpans(spans: readonly Span[], before: string, after: string): readonly Span[] {
  if (before === after) return spans
  const { span: changed } = difference(before, after)
  return spans.flatMap((span) => {
    if (span.end <= changed.start) return [span]
    return span.start >= changed.end ? [shift(span, after.length - before.length)] : []
  })
}
