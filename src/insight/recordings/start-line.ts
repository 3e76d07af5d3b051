/** Whether a line begins a message, and how it is written where tools write what never stood on a wire. */

import type { Span } from '../../protocol/text/span.ts'
import type { Part } from './compose.ts'

export type Kind = 'request' | 'response'

/** Between other lines nothing less will do: prose and bodies speak of `HTTP/1.1`, too. */
const REQUEST_LINE = /^[A-Z][A-Z_-]* \S.* HTTP\/\d(?:\.\d)?[ \t]*$/
const STATUS_LINE = /^HTTP\/\d(?:\.\d)?[ \t]+\d{3}(?:[ \t]|$)/i

/** What a line that surely begins a message begins. */
export function startsMessage(line: string): Kind | undefined {
  if (STATUS_LINE.test(line)) return 'response'
  return line.length < LONGEST && line.includes('HTTP/') && REQUEST_LINE.test(line) ? 'request' : undefined
}

const LONGEST = 100_000

/** `field-name ":"`, RFC 9112 §5, but no URL. */
export const startsField = (line: string): boolean => /^[!#$%&'*+.^`|~\w-]+[ \t]*:(?!\/\/)/.test(line)

/**
 * What the first line of a paste begins if it is one of a message at all, however broken: `GET /a b`, `HTTP/one 401`,
 * `401 Unauthorized`. A line of fields behind it makes up for much.
 */
export function mayStartMessage(line: string, next: string): Kind | undefined {
  if (/^HTTP\/\d/i.test(line)) return 'response'
  if (/^[!#$%&'*+.^`|~\w-]+[ \t]+\S.*[ \t]HTTP\/\S*[ \t]*$/i.test(line.slice(0, LONGEST))) return 'request'
  if (!startsField(next) || startsField(line)) return undefined
  if (/^(?:HTTP\b|[1-5]\d\d(?: |$))/i.test(line)) return /^HTTP\//i.test(line) ? 'response' : 'request'
  return /^[A-Z]+(?:[ \t]|$)/.test(line) ? 'request' : undefined
}

/**
 * HTTP/2 and HTTP/3 have no start line (RFC 9113 §8.3.2); what tools print for one is not a fault of any sender. The same
 * words are written as HTTP/1.1 has them; `version` is what stood there.
 */
export function mended(
  text: string,
  { start, end }: Span,
): { readonly parts: readonly Part[]; readonly version?: string } {
  const line = text.slice(start, end)
  const found = /^HTTP\/[23](?:\.\d)?(?=[ \t])/i.exec(line)
  if (found) {
    const trimmed = line.trimEnd().length
    return { parts: ['HTTP/1.1', { start: start + found[0].length, end: start + trimmed }], version: found[0] }
  }
  const last = /[ \t](HTTP\/[23](?:\.\d)?)[ \t]*$/.exec(line.slice(-40))
  if (!last?.[1]) return { parts: [{ start, end }] }
  const version = end - last[0].length + 1
  return { parts: [{ start, end: version }, 'HTTP/1.1'], version: last[1] }
}
