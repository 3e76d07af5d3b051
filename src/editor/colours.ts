/** The colours of a message: its source cut into pieces, each with what it is, from our own parse tree. */

import { type FieldReading, read } from '../insight/reading.ts'
import type { AuthElement, AuthParam } from '../protocol/auth/challenge.ts'
import { isToken } from '../protocol/http/grammar.ts'
import type { Fault, HttpMessage } from '../protocol/http/message.ts'
import { parseMessage } from '../protocol/http/parse.ts'
import { type Span, span } from '../protocol/text/span.ts'

/** `token` is a parameter's value without quotes; `plain` is what has no colour of its own. */
export type ColourKind =
  | 'plain'
  | 'method'
  | 'target'
  | 'version'
  | 'status'
  | 'field'
  | 'scheme'
  | 'param'
  | 'string'
  | 'token'
  | 'token68'
  | 'body'
  | 'fault'

export interface Colour {
  readonly span: Span
  readonly kind: ColourKind
}

const colour = (kind: ColourKind, { span }: { readonly span: Span }): Colour => ({ kind, span })

function ofStartLine(message: HttpMessage): readonly Colour[] {
  if (message.kind === 'response') {
    const { version, status, reason } = message.line
    return [colour('version', version), colour('status', status), colour('status', reason)]
  }
  const { method, target, version } = message.line
  return [colour('method', method), colour('target', target), colour('version', version)]
}

const ofParam = ({ name, raw, quoted }: AuthParam): readonly Colour[] => [
  colour('param', name),
  colour(quoted ? 'string' : 'token', raw),
]

function ofElement({ scheme, payload }: AuthElement): readonly Colour[] {
  if (payload.kind === 'token68') return [colour('scheme', scheme), colour('token68', payload.token68)]
  return [colour('scheme', scheme), ...(payload.kind === 'params' ? payload.params.flatMap(ofParam) : [])]
}

function ofField({ field, challenges, credentials, info }: FieldReading, source: string): readonly Colour[] {
  const { start, end } = field.name.span
  const name = colour('field', { span: span(start, source[end] === ':' ? end + 1 : end) })
  const elements = credentials ? [credentials, ...challenges] : challenges
  return [name, ...elements.flatMap(ofElement), ...info.flatMap(ofParam)]
}

/** A line that is one word so far is a name still to get its colon: no reason to cry out while it is typed. */
function ofFault({ code, span }: Fault, source: string): Colour {
  const begun = code === 'field-colon-missing' && isToken(source.slice(span.start, span.end))
  return { kind: begun ? 'field' : 'fault', span }
}

/** Neighbours of one kind become one piece; where two overlap the later wins. Empty ones vanish. */
function cover(length: number, parts: readonly Colour[]): readonly Colour[] {
  const painted: ColourKind[] = Array(length).fill('plain')
  for (const { kind, span } of parts) painted.fill(kind, span.start, span.end)
  const starts = painted.flatMap((kind, at) => (kind === painted[at - 1] ? [] : [at]))
  return starts.map((start, index) => ({
    kind: painted[start] as ColourKind,
    span: span(start, starts[index + 1] ?? length),
  }))
}

/** In reading order, without overlap and without gaps: the pieces, put together, are the source. */
export function colours(source: string): readonly Colour[] {
  const { message, fields, faults } = read(parseMessage(source))
  return cover(source.length, [
    ...ofStartLine(message),
    ...fields.flatMap((field) => ofField(field, source)),
    colour('body', message.body),
    ...faults.map((fault) => ofFault(fault, source)),
  ])
}
