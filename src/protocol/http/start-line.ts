/** The first line of a message: what is asked, or how it was answered (RFC 9112 §3, §4). */

import { isAll, run, runBack } from '../text/cursor.ts'
import { covers, span, token } from '../text/span.ts'
import { DIGIT, isToken, whitespace } from './grammar.ts'
import type { Line } from './line.ts'
import type { Expected, Fault, FaultCode, RequestLine, StatusLine } from './message.ts'

interface Read<T> {
  readonly line: T
  readonly faults: readonly Fault[]
}

/** A list of faults, and what adds one whose place counts from `start`. */
function notes(start: number) {
  const faults: Fault[] = []
  const note = (code: FaultCode, from: number, to: number, expected: Expected) => {
    faults.push({ code, span: span(start + from, start + to), expected })
  }
  return { faults, note }
}

const solid = (unit: number): boolean => !whitespace(unit)

/** `HTTP-version = HTTP-name "/" DIGIT "." DIGIT`, RFC 9112 §2.3. */
const isVersion = (text: string): boolean => /^HTTP\/[0-9]\.[0-9]$/.test(text)

/**
 * `request-line = method SP request-target SP HTTP-version`, RFC 9112 §3. Where the line has more white space than
 * that, its first word is the method, its last one the version if it looks so, and the target is what stands between.
 */
export function readRequestLine(source: string, { start, end }: Line): Read<RequestLine> {
  const text = source.slice(start, end)
  const methodStart = run(text, 0, whitespace)
  const methodEnd = run(text, methodStart, solid)
  const lastEnd = runBack(text, text.length, methodEnd, whitespace)
  const lastStart = runBack(text, lastEnd, methodEnd, solid)
  const hasVersion = lastStart > methodEnd && /^HTTP\//i.test(text.slice(lastStart))
  const targetEnd = hasVersion ? runBack(text, lastStart, methodEnd, whitespace) : lastEnd
  const targetStart = Math.min(run(text, methodEnd, whitespace), targetEnd)

  const piece = (from: number, to: number) => token(source, start + from, start + to)
  const method = piece(methodStart, methodEnd)
  const target = piece(targetStart, targetEnd)
  const version = hasVersion ? piece(lastStart, lastEnd) : piece(text.length, text.length)

  const { faults, note } = notes(start)
  if (methodStart > 0) note('method-not-token', 0, methodStart, 'token')
  if (!isToken(method.text)) note('method-not-token', methodStart, methodEnd, 'token')
  if (target.text === '') note('target-missing', methodEnd, methodEnd, 'request-target')
  for (let at = methodEnd; target.text !== '' && at < lastStart; ) {
    const to = run(text, at, whitespace)
    const around = !covers(span(targetStart, targetEnd), span(at, to))
    if (!around || text.slice(at, to) !== ' ') note('target-has-whitespace', at, to, 'SP')
    at = run(text, to, solid)
  }
  if (!isVersion(version.text))
    note('version-invalid', version.span.start - start, version.span.end - start, 'HTTP-version')
  if (lastEnd < text.length && hasVersion) note('version-invalid', lastEnd, text.length, 'CRLF')
  return { line: { method, target, version, span: { start, end } }, faults }
}

/**
 * `status-line = HTTP-version SP status-code SP [ reason-phrase ]`, RFC 9112 §4.
 *
 * Departures: the SP behind the code may be absent where no reason follows, as in most messages that people paste.
 */
export function readStatusLine(source: string, { start, end }: Line): Read<StatusLine> {
  const text = source.slice(start, end)
  const versionEnd = run(text, 0, solid)
  const statusStart = run(text, versionEnd, whitespace)
  const statusEnd = run(text, statusStart, solid)
  const reasonStart = Math.min(statusEnd + 1, text.length)

  const piece = (from: number, to: number) => token(source, start + from, start + to)
  const version = piece(0, versionEnd)
  const status = piece(statusStart, statusEnd)
  const reason = piece(reasonStart, text.length)
  const valid = status.text.length === 3 && isAll(status.text, DIGIT)

  const { faults, note } = notes(start)
  if (!isVersion(version.text)) note('version-invalid', 0, versionEnd, 'HTTP-version')
  if (!valid) note('status-invalid', statusStart, statusEnd, 'status-code')
  else if (text.slice(versionEnd, statusStart) !== ' ') note('status-invalid', versionEnd, statusStart, 'SP')
  else if (text[statusEnd] === '\t') note('status-invalid', statusEnd, reasonStart, 'SP')
  return {
    line: { version, status, code: valid ? Number(status.text) : Number.NaN, reason, span: { start, end } },
    faults,
  }
}
