/** Reads HTTP/1.1 messages. Total: every text is a message, with faults where it leaves the grammar (RFC 9112 §2.1). */

import { token } from '../text/span.ts'
import { readFields } from './field.ts'
import { bareCrs, type Line, lineAt } from './line.ts'
import type { Fault, HttpMessage, HttpRequest, HttpResponse } from './message.ts'
import { readRequestLine, readStatusLine } from './start-line.ts'

/** `HTTP-message = start-line CRLF *( field-line CRLF ) CRLF [ message-body ]`, RFC 9112 §2.1: the kind is looked for. */
export function parseMessage(source: string): HttpMessage {
  const line = startLine(source)
  return /^HTTP\//i.test(source.slice(line.start, line.start + 5)) ? parseResponse(source) : parseRequest(source)
}

/** `HTTP-message` whose `start-line = request-line`, RFC 9112 §2.1. */
export function parseRequest(source: string): HttpRequest {
  const at = startLine(source)
  const { line, faults } = readRequestLine(source, at)
  return { kind: 'request', line, ...readRest(source, at, faults) }
}

/** `HTTP-message` whose `start-line = status-line`, RFC 9112 §2.1. */
export function parseResponse(source: string): HttpResponse {
  const at = startLine(source)
  const { line, faults } = readStatusLine(source, at)
  return { kind: 'response', line, ...readRest(source, at, faults) }
}

/** The first line that is not empty: empty lines before it are ignored, RFC 9112 §2.2. */
function startLine(source: string): Line {
  let line = lineAt(source, 0)
  while (line.start === line.end && line.next < source.length) line = lineAt(source, line.next)
  return line
}

function readRest(source: string, first: Line, startFaults: readonly Fault[]) {
  const { fields, faults, end } = readFields(source, first.next)
  const missing: Fault = {
    code: 'start-line-missing',
    span: { start: first.start, end: first.end },
    expected: 'start-line',
  }
  const ofStart = first.start === first.end ? [missing] : startFaults
  return {
    source,
    fields,
    body: token(source, end, source.length),
    faults: [...ofStart, ...faults, ...bareCrs(source, end)].sort((one, other) => one.span.start - other.span.start),
  }
}
