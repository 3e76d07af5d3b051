/** Writes messages: the text of a parsed one, new ones, and edited ones in which everything else stays as it was. */

import type { Span, Token } from '../text/span.ts'
import { lastFold, lineAt, lineEndOf } from './line.ts'
import type { Field, FieldDraft, HttpMessage, HttpRequest } from './message.ts'

interface RequestDraft {
  readonly method: string
  readonly target: string
  readonly fields: readonly FieldDraft[]
  readonly body?: string
}

interface ResponseDraft {
  readonly status: number
  readonly reason: string
  readonly fields: readonly FieldDraft[]
  readonly body?: string
}

/** The tokens that a message is made of, in source order. What stands between two is white space, colons, line ends. */
function tokensOf(message: HttpMessage): readonly Token[] {
  const { line } = message
  const start = message.kind === 'request' ? [message.line.method, message.line.target] : []
  const end = message.kind === 'response' ? [message.line.status, message.line.reason] : []
  const fields = message.fields.flatMap((field) => [field.name, field.value])
  return [...start, line.version, ...end, ...fields, message.body]
}

/** The spans of all parts and of what stands between them: ordered, none empty, each character in exactly one. */
export const tiles = (message: HttpMessage): readonly Span[] => pieces(message).map((piece) => piece.span)

/** The message as text, put together from its parts. `print(parse(text))` is `text`, for every text. */
export const print = (message: HttpMessage): string =>
  pieces(message)
    .map((piece) => piece.text)
    .join('')

function pieces(message: HttpMessage): readonly Token[] {
  const found: Token[] = []
  let at = 0
  const between = (end: number) => {
    if (end > at) found.push({ text: message.source.slice(at, end), span: { start: at, end } })
  }
  for (const part of tokensOf(message)) {
    between(part.span.start)
    if (part.span.end > part.span.start) found.push(part)
    at = part.span.end
  }
  between(message.source.length)
  return found
}

/** A line's text must not end the line: a recipient would take CR, LF and NUL for spaces too (RFC 9110 §5.5). */
const oneLine = (text: string): string => text.replace(/[\r\n\0]/g, ' ')

/** `field-line = field-name ":" OWS field-value OWS`, RFC 9112 §5. */
const fieldLine = ([name, value]: FieldDraft): string =>
  oneLine(value === '' ? `${name}:` : `${name}: ${value}`).trimStart()

const message = (startLine: string, fields: readonly FieldDraft[], body = ''): string =>
  `${[oneLine(startLine), ...fields.map(fieldLine)].join('\n')}\n\n${body}`

/** `request-line = method SP request-target SP HTTP-version`, RFC 9112 §3, and all that follows. */
export const writeRequest = ({ method, target, fields, body }: RequestDraft): string =>
  message(`${method} ${target} HTTP/1.1`, fields, body)

/** `status-line = HTTP-version SP status-code SP [ reason-phrase ]`, RFC 9112 §4, and all that follows. */
export const writeResponse = ({ status, reason, fields, body }: ResponseDraft): string =>
  message(`HTTP/1.1 ${status} ${reason}`, fields, body)

interface Splice {
  readonly span: Span
  readonly text: string
}

/** The source with each splice's span replaced by its text. Spans come in order and don't overlap. */
function spliced(source: string, splices: readonly Splice[]): string {
  const kept = splices.map(({ span, text }, n) => source.slice(splices[n - 1]?.span.end ?? 0, span.start) + text)
  return kept.join('') + source.slice(splices.at(-1)?.span.end ?? 0)
}

const sameName = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/**
 * The request's source with each draft in the place of the first field of its name, the other fields of that name gone;
 * where there is none, behind the last field. All else stays as it was.
 */
export function withFields(request: HttpRequest, drafts: readonly FieldDraft[]): string {
  const { source, fields, line } = request
  const lineEnd = lineEndOf(source)
  const splices = fields.flatMap((field, n): readonly Splice[] => {
    const lines = drafts.filter(([name]) => sameName(name, field.name.text))
    if (lines.length === 0) return []
    const first = fields.findIndex((each) => sameName(each.name.text, field.name.text)) === n
    return [first ? { span: field.span, text: lines.map(fieldLine).join(lineEnd) } : withoutLine(source, field)]
  })
  const added = drafts.filter(([name]) => !fields.some((field) => sameName(name, field.name.text)))
  const end = fields.at(-1)?.span.end ?? lastFold(source, lineAt(source, line.span.start)).end
  const text = added.map((draft) => lineEnd + fieldLine(draft)).join('')
  return spliced(source, [...splices, { span: { start: end, end }, text }])
}

/** A field line goes with the line end before it: there is one, as no field stands in the first line. */
function withoutLine(source: string, { span }: Field): Splice {
  const start = source[span.start - 2] === '\r' ? span.start - 2 : span.start - 1
  return { span: { start, end: span.end }, text: '' }
}

/** What a form shows of a request; what is absent stays as it is. `fields` are all fields that there are to be. */
export interface RequestEdit {
  readonly method?: string
  readonly target?: string
  readonly fields?: readonly FieldDraft[]
  readonly body?: string
}

/** The request's source with these parts changed. Nothing follows from a change: `Content-Length` stays as it was. */
export function edit(request: HttpRequest, { method, target, fields, body }: RequestEdit): string {
  const { source, line } = request
  const lineEnd = lineEndOf(source)
  const head = fields
    ? ['', ...linesOf(request, fields), '', ''].join(lineEnd)
    : source.slice(line.span.end, request.body.span.start)
  const closed = !body || /\n\r?\n$/.test(head)
  const end = closed ? '' : lineEnd.repeat(head.endsWith('\n') ? 1 : 2)
  const start = source.slice(0, line.span.start) + editedLine(request, method, target)
  return start + head + end + (body ?? request.body.text)
}

/** A line that has a method and a target keeps its white space and its version. */
function editedLine({ source, line }: HttpRequest, method?: string, target?: string): string {
  const [verb, aim] = [oneLine(method ?? line.method.text), oneLine(target ?? line.target.text)]
  if (method === undefined && target === undefined) return source.slice(line.span.start, line.span.end)
  if (line.method.text === '' || line.target.text === '') return `${verb} ${aim} ${line.version.text || 'HTTP/1.1'}`
  return (
    source.slice(line.span.start, line.method.span.start) +
    verb +
    source.slice(line.method.span.end, line.target.span.start) +
    aim +
    source.slice(line.target.span.end, line.span.end)
  )
}

/** Field lines for these drafts: those that say what a line of the source says are that line, as it stands. */
function linesOf({ source, fields }: HttpRequest, drafts: readonly FieldDraft[]): readonly string[] {
  const left = [...fields]
  return drafts.map((draft) => {
    const at = left.findIndex(({ name, value }) => name.text === draft[0] && value.text === draft[1])
    const [kept] = at < 0 ? [] : left.splice(at, 1)
    return kept ? source.slice(kept.span.start, kept.span.end) : fieldLine(draft)
  })
}
