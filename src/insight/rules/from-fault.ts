/** Makes a rule's check out of faults that the parser found. */

import type { FaultCode } from '../../protocol/http/message.ts'
import type { Span } from '../../protocol/text/span.ts'
import { type FieldReading, type Side, sidesOf } from '../reading.ts'
import type { Found, Past, Rule } from '../rule.ts'

/** A fault with the text that it is about. */
export interface Place {
  readonly in: Side['in']
  readonly span: Span
  readonly text: string
  readonly code: FaultCode
  readonly source: string
  /** Absent where the fault is not within an authentication field's value. */
  readonly line?: FieldReading
}

/**
 * Schemes behind which the framework's grammar is not asked: Basic and Bearer have rules of their own for their one
 * token68, and AWS Signature Version 4 has a syntax of its own, which RFC 9110 §11.4 can't read.
 */
const OWN = ['basic', 'bearer', 'aws4-hmac-sha256', 'aws4-ecdsa-p256-sha256']

/** All faults of these kinds, each with a place that is not empty, so that it can be underlined. */
export function faultsOf(view: Past, codes: readonly FaultCode[]): readonly Place[] {
  return sidesOf(view).flatMap(({ in: side, reading }) => {
    const { source, faults: own } = reading.message
    const all = [
      ...own.map((fault) => ({ fault, line: undefined })),
      ...reading.fields.flatMap((line) => line.faults.map((fault) => ({ fault, line }))),
    ]
    const places = all.flatMap(({ fault: { code, span }, line }): readonly Place[] => {
      if (!codes.includes(code) || (line && isOwn(line, span, code))) return []
      const shown = widened(span, line)
      return [{ in: side, span: shown, text: source.slice(shown.start, shown.end), code, source, line }]
    })
    return [...new Map(places.map((each) => [`${each.span.start}-${each.span.end}`, each])).values()]
  })
}

function isOwn({ credentials }: FieldReading, span: Span, code: FaultCode): boolean {
  if (!credentials || code === 'scheme-space-missing' || span.start < credentials.scheme.span.end) return false
  return OWN.includes(credentials.scheme.text.toLowerCase())
}

/** Where nothing stands that ought to: what stands before it, or the field's name. */
function widened(span: Span, line: FieldReading | undefined): Span {
  if (span.start < span.end) return span
  return line?.field.value.text === '' ? line.field.name.span : { start: Math.max(0, span.start - 1), end: span.end }
}

/** A check that fires at each fault of these kinds; `text` is a slot of its words. */
export function fromFault(codes: readonly FaultCode[], fixOf?: (place: Place) => Found['fix']): Rule['check'] {
  return (view) =>
    faultsOf(view, codes).map((place) => {
      return { in: place.in, span: place.span, slots: { text: place.text }, fix: fixOf?.(place) }
    })
}
