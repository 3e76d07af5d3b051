/** What a response allows caches to do (RFC 9111 §3, §4.2, §5.2). */

import { parseDate } from '../../protocol/http/date.ts'
import type { HttpResponse } from '../../protocol/http/message.ts'
import type { Span, Token } from '../../protocol/text/span.ts'
import { firstValue, linesOf } from '../reading.ts'
import type { Found, Reading } from '../rule.ts'
import { lineAdded } from './lines.ts'

/** `cache-directive = token [ "=" ( token / quoted-string ) ]`, RFC 9111 §5.2. */
export interface Directive {
  /** In lower case. */
  readonly name: string
  /** Without quotes. */
  readonly value?: string
  readonly span: Span
}

const DIRECTIVE = /([^\s,=]+)(?:\s*=\s*("(?:[^"\\]|\\.)*"|[^\s,]*))?/g

/** All directives of all lines. */
export const directivesOf = (message: Reading | undefined): readonly Directive[] =>
  linesOf(message, 'cache-control').flatMap(({ field }) => directivesIn(field.value))

const directivesIn = ({ text, span }: Token): readonly Directive[] =>
  [...text.matchAll(DIRECTIVE)].map(({ 0: whole, 1: name = '', 2: raw, index }) => {
    const start = span.start + index
    const value = raw?.replace(/^"|"$/g, '')
    return { name: name.toLowerCase(), value, span: { start, end: start + whole.length } }
  })

export const directive = (all: readonly Directive[], name: string): Directive | undefined =>
  all.find((each) => each.name === name)

/** `delta-seconds` of a directive; NaN where it is none, undefined where it is not there. */
export function secondsOf(all: readonly Directive[], name: string): number | undefined {
  const value = directive(all, name)?.value
  return value === undefined ? undefined : /^\d+$/.test(value) ? Number(value) : Number.NaN
}

/** The directive by which a shared cache is asked in, with a lifetime that is not over at once. */
export function invitation(all: readonly Directive[]): Directive | undefined {
  if (isKeptOut(all)) return undefined
  const lifetime = secondsOf(all, 's-maxage') ?? secondsOf(all, 'max-age')
  return lifetime === 0 ? undefined : (directive(all, 's-maxage') ?? directive(all, 'public'))
}

/** `no-store`, `private`, and `no-cache`, which lets no copy be used without asking. */
const isKeptOut = (all: readonly Directive[]): boolean =>
  all.some(({ name }) => name === 'no-store' || name === 'private' || name === 'no-cache')

/** Statuses that caches keep for as long as they think right (RFC 9110 §15.1), as far as they matter here. */
const HEURISTIC = [200, 203, 300, 301, 308, 404, 405, 410, 414, 501]

/**
 * Whether a shared cache may keep the response and serve it to others without asking; `true` also where nothing is
 * said, and the method and status let a cache guess (RFC 9111 §4.2.2).
 */
export function mayBeShared(response: Reading<HttpResponse>, method: string | undefined): boolean {
  const all = directivesOf(response)
  if (isKeptOut(all)) return false
  const lifetime = secondsOf(all, 's-maxage') ?? secondsOf(all, 'max-age')
  if (lifetime !== undefined) return lifetime !== 0 && !Number.isNaN(lifetime)
  const expires = firstValue(response, 'expires')?.text
  if (expires !== undefined) {
    const until = parseDate(expires)
    const from = parseDate(firstValue(response, 'date')?.text ?? '')
    return until !== undefined && (from === undefined || from < until)
  }
  if (directive(all, 'public')) return true
  const old = linesOf(response, 'pragma').some(({ field }) => /\bno-cache\b/i.test(field.value.text))
  const guessed = (method === 'GET' || method === 'HEAD') && HEURISTIC.includes(response.message.line.code)
  return guessed && !old
}

/** Where a response says that a cache had it: `Age`, `Cache-Status` (RFC 9211), or what caches wrote before. */
export function cacheHit(response: Reading | undefined): Token | undefined {
  const hit = response?.fields.find(({ name, field: { value } }) => {
    if (name === 'age') return /^0*[1-9]\d*$/.test(value.text)
    if (name === 'cache-status') return /;\s?hit\b/i.test(value.text)
    return (name === 'x-cache' || name === 'cf-cache-status') && /\bhit\b/i.test(value.text)
  })
  return hit?.field.value
}

/** Says `no-store`, where nothing is said yet. */
export const noStore = (response: Reading<HttpResponse>): Found['fix'] =>
  linesOf(response, 'cache-control').length > 0 ? undefined : lineAdded(response.message, 'Cache-Control: no-store')
