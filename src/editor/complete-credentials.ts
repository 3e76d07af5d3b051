/** What could stand at the caret of credentials: a scheme, a parameter of it, a value of that. */

import { type AuthParam, sameScheme } from '../protocol/auth/challenge.ts'
import { parseCredentials } from '../protocol/auth/parse-credentials.ts'
import { parseParams } from '../protocol/auth/parse-params.ts'
import type { Field } from '../protocol/http/message.ts'
import { type Span, span, token } from '../protocol/text/span.ts'
import type { Completion } from './assist.ts'
import type { KnownParam, KnownScheme } from './knowledge.ts'
import { endsLine, gapAfter, same, wordAround } from './word.ts'

/** What a person would take for a word here: half-written ones need not be tokens. */
const WORD = /[^\s,="]/

/** A proxy takes the same schemes (RFC 9110 §11.7.2); one with a field of its own is outside the framework. */
const CARRIES = ['Authorization', 'Proxy-Authorization']

function schemes(source: string, place: Span, known: readonly KnownScheme[]): readonly Completion[] {
  const tail = endsLine(source, place.end) ? ' ' : ''
  const gap = gapAfter(source, place.start, ':')
  return known
    .filter(({ field }) => CARRIES.some((name) => same(name, field)))
    .map(({ name }) => ({ label: name, insert: gap + name + tail, span: place, kind: 'scheme' }))
}

function params(source: string, place: Span, known: readonly KnownParam[], present: readonly AuthParam[]) {
  const gap = gapAfter(source, place.start, ',')
  const assigned = source[place.end] === '='
  return known
    .filter(({ name }) => !present.some((each) => same(each.name.text, name)))
    .map(({ name, quoted }): Completion => {
      const insert = gap + name + (assigned ? '' : quoted ? '=""' : '=')
      const caret = quoted && !assigned ? { caret: insert.length - 1 } : {}
      return { label: name, insert, span: place, ...caret, kind: 'param' }
    })
}

function values(source: string, offset: number, from: number, known: KnownParam | undefined): readonly Completion[] {
  const inQuotes = from < offset && source[from] === '"'
  const place = wordAround(source, from, offset, WORD)
  const mark = known?.quoted && !inQuotes ? '"' : ''
  return (known?.values ?? []).map((value) => {
    return { label: value, insert: mark + value + mark, span: place, kind: 'value' }
  })
}

/**
 * Reads the credentials as if they ended at the caret, behind one more letter: what that letter falls to is what the
 * caret is in. Without it `qop=` would be a token68.
 */
export function completeCredentials(
  source: string,
  { name, value }: Field,
  offset: number,
  known: readonly KnownScheme[],
): readonly Completion[] {
  if (!CARRIES.some((each) => same(each, name.text))) return []
  const start = Math.min(value.span.start, offset)
  const typed = source.slice(start, offset)
  if (!/\s/.test(typed)) return schemes(source, wordAround(source, start, offset, WORD), known)

  const { value: credentials } = parseCredentials({ text: `${typed}x`, span: span(start, offset + 1) })
  const scheme = known.find((each) => credentials && sameScheme(each.name, credentials.scheme.text))
  if (!credentials || !scheme) return []
  const before = credentials.payload.kind === 'params' ? credentials.payload.params : []
  const last = before.at(-1)
  if (last && last.span.end > offset) {
    const spec = scheme.params.find((each) => same(each.name, last.name.text))
    return values(source, offset, last.raw.span.start, spec)
  }
  const from = last?.span.end ?? credentials.scheme.span.end
  const place = wordAround(source, from, offset, WORD)
  const gap = source.slice(from, place.start)
  if (!/^[\s,]+$/.test(gap) || (last && !gap.includes(','))) return []
  const behind = parseParams(token(source, place.end, Math.max(place.end, value.span.end))).value
  return params(source, place, scheme.params, [...before, ...behind])
}
