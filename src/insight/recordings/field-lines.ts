/** Field lines without a start line, as DevTools copies them; with HTTP/2's pseudo-header fields among them, or without. */

import { fieldsNamed } from '../../protocol/http/field.ts'
import { parseRequest, parseResponse } from '../../protocol/http/parse.ts'
import { reasonOf } from '../../protocol/http/reason.ts'
import type { Recorded } from '../recording.ts'
import { compose, type Part } from './compose.ts'
import { lineEnd } from './page.ts'
import { startsField } from './start-line.ts'
import { isBlank, linesOf, type TextLine } from './text-lines.ts'

/** `:authority`, RFC 9113 §8.3. */
const PSEUDO = /^:(method|path|scheme|authority|status):\s*(.*?)\s*$/i

/** Whether the text begins with a field, and is made of them as far as its first empty line. */
export function isFieldLines(text: string): boolean {
  const lines = linesOf(text.slice(0, 100_000))
  const first = lines.findIndex((line) => !isBlank(text, line))
  if (first < 0) return false
  const behind = lines.findIndex((line, n) => n > first && line.start === line.end)
  const section = lines.slice(first, behind < 0 ? undefined : behind).map(({ start, end }) => text.slice(start, end))
  const fields = section.filter((line) => startsField(line) || PSEUDO.test(line.slice(0, 2000)) || /^[ \t]/.test(line))
  return fields[0] === section[0] && fields.length * 2 > section.length && !/^[ \t]/.test(section[0] ?? '')
}

const REQUEST_FIELDS =
  /^(?:(?:proxy-)?authorization|cookie|host|user-agent|accept(?:-encoding|-language|-charset)?|origin|referer|dpop|te|expect|if-.*|sec-(?!websocket-accept).*|upgrade-insecure-requests|access-control-request-.*|x-api-key|x-requested-with|forwarded|x-forwarded-.*|priority|range|signature-input)$/i
const RESPONSE_FIELDS =
  /^(?:(?:www|proxy)-authenticate|(?:proxy-)?authentication-info|set-cookie|server|location|age|etag|last-modified|expires|vary|retry-after|allow|access-control-(?:allow|expose|max)-.*|strict-transport-security|content-security-policy.*|x-powered-by|x-frame-options|x-content-type-options|alt-svc|nel|report-to|cf-.*|x-cache.*|dpop-nonce|clear-site-data|accept-ranges|accept-signature)$/i

/** What a start line would say of a response with these fields: a challenge stands in a 401 most often. */
export function likelyStatus(names: readonly string[]): number {
  if (names.includes('www-authenticate')) return 401
  return names.includes('proxy-authenticate') ? 407 : 200
}

export const statusLine = (status: number): string => `HTTP/1.1 ${status} ${reasonOf(status)}`

/** `status` is what was asked for. */
export function fieldLinesIn(text: string, status?: number): Recorded {
  const lines = linesOf(text)
  const pseudo = new Map<string, string>()
  const parts: Part[] = []
  let body = false
  for (const line of lines) {
    const content = text.slice(line.start, Math.min(line.end, line.start + 8000))
    const found = body ? null : PSEUDO.exec(content)
    if (found) pseudo.set((found[1] ?? '').toLowerCase(), found[2] ?? '')
    else if (body || parts.length > 0 || content.trim() !== '') {
      body ||= line.start === line.end
      parts.push({ start: line.start, end: line.end }, ...lineEnd(line, line))
    }
  }
  const span = spanOf(text, lines)
  const names = parseResponse(compose(text, ['HTTP/1.1 200\n', ...parts]).source).fields.map(({ name }) =>
    name.text.toLowerCase(),
  )
  const [asking, answering] = [REQUEST_FIELDS, RESPONSE_FIELDS].map(
    (list) => names.filter((name) => list.test(name)).length,
  )
  const isRequest = pseudo.has('method') || (!pseudo.has('status') && (asking ?? 0) > (answering ?? 0))
  const whole = { span, script: false, excerpt: true }
  if (isRequest) {
    const start = `${pseudo.get('method') || 'GET'} ${pseudo.get('path') || '/'} HTTP/1.1\n`
    const authority = names.includes('host') ? undefined : pseudo.get('authority')
    const composed = compose(text, [start, ...(authority ? [`Host: ${authority}\n`] : []), ...closed(text, parts)])
    const scheme = pseudo.get('scheme')
    const transport = scheme === 'https' || scheme === 'http' ? scheme : undefined
    const request = parseRequest(composed.source)
    const complete = fieldsNamed(request, 'Host').length > 0 && pseudo.has('method')
    return {
      ...whole,
      request,
      pieces: { request: composed.pieces },
      excerpt: !complete,
      ...(transport && { transport }),
    }
  }
  const known = status ?? numberOf(pseudo.get('status'))
  const composed = compose(text, [`${statusLine(known ?? likelyStatus(names))}\n`, ...closed(text, parts)])
  const response = parseResponse(composed.source)
  // With the status asked for, all that the response says is here.
  return {
    ...whole,
    response,
    pieces: { response: composed.pieces },
    excerpt: known === undefined,
    ...(known === undefined && { asks: 'status' as const }),
  }
}

const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{3}\b/.test(text) ? Number(text.slice(0, 3)) : undefined

/** With the empty line that ends the fields. */
function closed(text: string, parts: readonly Part[]): readonly Part[] {
  const { source } = compose(text, parts)
  if (/\n\r?\n/.test(source)) return parts
  return [...parts, source.endsWith('\n') ? '\n' : '\n\n']
}

function spanOf(text: string, lines: readonly TextLine[]) {
  const held = lines.filter((line) => !isBlank(text, line))
  return { start: held[0]?.start ?? 0, end: held.at(-1)?.end ?? text.length }
}
